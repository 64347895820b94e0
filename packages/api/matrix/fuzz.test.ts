import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { brokenInvariants } from './fuzz/invariants.ts'
import { PROCEDURES } from './procedures.ts'
import { type Stage, setStage } from './stage.ts'

/** D11 with D01, D02, D03, D05, D06 and D09 inside: bad input to every procedure. `FUZZ_SEED` sends other inputs. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_326)
/** A thousand each in the proof `fuzz`. */
const RUNS = 15

let scene: Scene
let stage: Stage
const codes = new Map<string, number>()
let calls = 0
let answered = 0

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, [])
})
afterAll(async () => {
  const refused = [...codes].map(([code, times]) => `${code} ${times}`).join(', ')
  process.stdout.write(`\nFuzz, seed ${SEED}: ${calls} calls, ${answered} answered, ${refused}\n`)
  await scene.close()
})

describe('D11: whatever is sent, the answer is one that somebody foresaw', () => {
  it.each(PROCEDURES)('$path', async (procedure) => {
    const fuzzed = await fuzz(stage, procedure, RUNS, SEED)
    calls += fuzzed.calls
    answered += fuzzed.answered
    for (const [code, times] of fuzzed.refused) codes.set(code, (codes.get(code) ?? 0) + times)
    expect(fuzzed.faults).toEqual([])
    expect(fuzzed.calls).toBe(RUNS)
  })

  it('and everything that must always hold still does', async () => {
    expect(await brokenInvariants(scene.owner)).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    // A fuzzer whose input never gets through, or always does, looks at one door only.
    expect(answered).toBeGreaterThan(calls / 50)
    expect(codes.get('invalid-input') ?? 0).toBeGreaterThan(calls / 4)
  })
})
