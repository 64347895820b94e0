import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runModel } from '../../testing/handoff-model/run-model.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

/** `npm run proof model` runs ten thousand, and longer ones. MODEL_SEED repeats a run. */
const SEQUENCES = 300

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('F14: any moves by anybody, at any time', () => {
  it('keep one accountable service, a history that folds to the state, and counts that are their lists', async () => {
    const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
    const ran = await runModel(scene, { sequences: SEQUENCES, longest: 5, seed })
    expect(ran.tooRare, JSON.stringify(ran.mix)).toEqual([])
    expect(ran.withoutAudit).toBe(0)
  }, 300_000)
})
