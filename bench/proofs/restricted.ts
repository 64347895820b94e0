import { runRestrictedHistories } from '../../packages/api/matrix/restricted-histories.ts'
import { setStage } from '../../packages/api/matrix/stage.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'restricted'

const RUNS = 200

/**
 * Two hundred random histories of restricted persons: whatever those in the circle do, everything that colleagues, managers and the
 * region can fetch is byte for byte what it was before. `RESTRICTED_SEED` repeats a run.
 */
export function run(runs: number = RUNS): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  return withFreshScene(async (cast) => {
    const seed = Number(process.env.RESTRICTED_SEED ?? Date.now() % 2 ** 31)
    await cast.owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [STORY_STARTS],
    )
    const stage = await setStage(cast, ['own'])
    const histories = await runRestrictedHistories(stage, { runs, seed })
    return { ok: histories.faults.length === 0 && histories.kinds > 20, figures: histories }
  })
}
