import { setStage } from '../../packages/api/matrix/stage.ts'
import { tellNamesAnew } from '../../packages/api/matrix/stored-case.ts'
import { tellHistories } from '../../packages/api/testing/partner-model/history.ts'
import { laySideBySide } from '../../packages/api/testing/partner-model/lay-side-by-side.ts'
import { liveWorld, type WorldRan } from '../../packages/api/testing/partner-model/run-couples.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'partners'

const HISTORIES = 25
const LONGEST = 3
const SHOWN_FAULTS = 10

/** What has to have been lived at least once for the run to mean anything. */
const MUST_OCCUR = [
  'answer: done',
  'name: done',
  'start: done',
  'meet: done',
  'runs that showed a link',
  'runs that showed none',
  'couples with one service and one worker',
]

/**
 * Nothing about one partner is readable through the other (case A16): random histories of two people, each lived in two worlds that
 * differ in what B said. Between what B says and the next daily run, everything that A's viewers can fetch by any reading procedure is
 * the same byte for byte as before; after each run the two worlds are laid side by side. `PARTNER_SEED` repeats a run.
 */
export async function run(count: number = HISTORIES): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  const seed = Number(process.env.PARTNER_SEED ?? Date.now() % 2 ** 31)
  const told = tellHistories(count, LONGEST, seed)
  const live = (world: 'x' | 'y'): Promise<WorldRan> =>
    withFreshScene(async (cast) => {
      await cast.owner.query(
        `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
         on conflict (one_row) do update set by = excluded.by`,
        [STORY_STARTS],
      )
      tellNamesAnew()
      return liveWorld(await setStage(cast, []), told, world, { deep: true })
    })
  const x = await live('x')
  const y = await live('y')
  const { seen, same, other } = laySideBySide(x, y)
  const faults = [...x.seen, ...y.seen, ...seen]
  const mix = mixOf(x, y)
  const tooRare = MUST_OCCUR.filter((what) => !mix[what])
  return {
    ok: faults.length === 0 && tooRare.length === 0,
    figures: {
      seed,
      histories: count,
      nightsThatLeftTheSame: same,
      nightsThatLeftSomethingElse: other,
      mix: Object.entries(mix)
        .map(([what, times]) => `${what} ${times}`)
        .join(', '),
      tooRare,
      faults: faults.slice(0, SHOWN_FAULTS),
    },
  }
}

function mixOf(...worlds: readonly WorldRan[]): Record<string, number> {
  const mix: Record<string, number> = {}
  for (const { mix: each } of worlds)
    for (const [what, times] of Object.entries(each)) mix[what] = (mix[what] ?? 0) + times
  return mix
}
