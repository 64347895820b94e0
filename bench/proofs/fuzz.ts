import { fuzz } from '../../packages/api/matrix/fuzz/fuzz.ts'
import { brokenInvariants } from '../../packages/api/matrix/fuzz/invariants.ts'
import { PROCEDURES } from '../../packages/api/matrix/procedures.ts'
import { setStage } from '../../packages/api/matrix/stage.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'fuzz'

const RUNS = 1_000
const SHOWN_FAULTS = 10

/**
 * Bad input to every procedure, 1,000 times each, with a seed of its own every time: `FUZZ_SEED` repeats a run. Holds when
 * every answer was foreseen and everything that must always hold still does.
 */
export function run(runs: number = RUNS): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  return withFreshScene(async (cast) => {
    const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
    await cast.owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [STORY_STARTS],
    )
    const stage = await setStage(cast, [])
    const refused: Record<string, number> = {}
    const faults: string[] = []
    let calls = 0
    let answered = 0
    for (const procedure of PROCEDURES) {
      // Nobody is signed out by idling while others are at it.
      await cast.owner.query(
        `update session set last_seen_at = app.now(), expires_at = app.now() + interval '12 hours' where ended_at is null`,
      )
      const fuzzed = await fuzz(stage, procedure, runs, seed)
      calls += fuzzed.calls
      answered += fuzzed.answered
      faults.push(...fuzzed.faults)
      for (const [code, times] of fuzzed.refused) refused[code] = (refused[code] ?? 0) + times
    }
    faults.push(...(await brokenInvariants(cast.owner)))
    const figures = {
      seed,
      procedures: PROCEDURES.length,
      calls,
      answered,
      refused,
      faults: faults.slice(0, SHOWN_FAULTS),
    }
    return { ok: faults.length === 0 && answered > calls / 50, figures }
  })
}
