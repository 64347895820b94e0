import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { silence } from '../../testing/silence.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

// The proof `deadlines` at a hundredth of its size.
it('twenty emergencies of one minute that nobody answers: none is past its deadline and unseen, no step is taken twice', {
  timeout: 60_000,
}, async () => {
  const { ok, figures } = await silence(scene, 20)
  expect({ ok, ...figures }).toMatchObject({ ok: true, 'past the deadline unseen': 0, 'with the fallback': 18 })
})
