import { afterAll, beforeAll, expect, it } from 'vitest'
import { letEventsHappen } from '../../testing/figure-events.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('the roll-up and plain SQL from the raw events say the same after 500 events in any order, with a rebuild in the middle', async () => {
  const { differing, compared, kinds } = await letEventsHappen(scene, 12, 500)
  expect(differing).toEqual([])
  expect(compared).toBeGreaterThan(1_000)
  // Nothing of what can happen was left out.
  expect(Object.keys(kinds).toSorted()).toMatchObject({ length: 27 })
}, 60_000)
