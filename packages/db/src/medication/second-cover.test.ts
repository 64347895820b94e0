import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { compareCover } from '../../testing/second-cover.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('cover and days without a dose, a second time in SQL', () => {
  it('says of 300 generated histories what the engine says, day by day and in the count', async () => {
    const { disagreements, mix } = await compareCover(scene.owner, { from: 0, count: 300 })
    expect(disagreements).toEqual([])
    expect(mix.all).toBe(300)
    expect(mix.gapsOfThreeOrMore / mix.all).toBeGreaterThanOrEqual(0.1)
    expect(mix.acrossAClockChange / mix.all).toBeGreaterThanOrEqual(0.05)
    expect(mix.depots / mix.all).toBeGreaterThanOrEqual(0.05)
    expect(mix.corrections / mix.all).toBeGreaterThanOrEqual(0.05)
  })
})
