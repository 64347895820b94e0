import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { compareCover, historiesToCompare, isMixed } from '../../testing/second-cover.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('cover and days without a dose, a second time in SQL', () => {
  it('says of 300 generated histories what the engine says, day by day and in the count', async () => {
    const { disagreements, mix } = await compareCover(scene.owner, historiesToCompare(300))
    expect(disagreements).toEqual([])
    expect(mix.all).toBe(300)
    expect(isMixed(mix)).toBe(true)
  })
})
