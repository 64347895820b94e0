import { SYSTEM_OF_NO_SERVICE, type SystemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { listReleasesBehind, takeTurnToCount } from '@throughcare/db/continuity/count-repository'
import {
  countSecondFigures,
  type FigureCount,
  listTotalsOfFigures,
  recordFigureCheck,
} from '@throughcare/db/continuity/second-figures-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { firstInstantOf, followWithin } from './follow-figures.ts'

export type Compared = { compared: number; differing: FigureCount[] }

/** So many releases are counted a second time in one statement. */
const AT_ONCE = 1_000
const COMPARE_MS = 5 * 3_600_000
/** While people work, something may change between the two countings: what differs is looked at again. */
const TRIES = 3

/**
 * Computes the figures a second time, from the raw events by plain SQL, and compares them with the totals that pages read. What is
 * found is written down and stands on the page of jobs until the next comparison; where something differs everything is counted
 * anew from the beginning.
 */
export function compareFigures(): Promise<Compared> {
  return asActor(
    SYSTEM_OF_NO_SERVICE,
    async (deed) => {
      await takeTurnToCount(deed, true)
      let found = await compareOnce(deed)
      for (let tried = 1; tried < TRIES && found.differing.length > 0; tried += 1) found = await compareOnce(deed)
      const [first = null] = found.differing
      await recordFigureCheck(deed, { compared: found.compared, differing: found.differing.length, first })
      if (first !== null) await enqueueJob(deed, 'rebuild-figures', {})
      return found
    },
    { timeoutMs: COMPARE_MS },
  )
}

async function compareOnce(deed: Deed<SystemActor>): Promise<Compared> {
  await followWithin(deed)
  const from = firstInstantOf(deed.now)
  // The day before the first month is asked for the sake of the east alone.
  const month = new Date(from.getTime() + 24 * 3_600_000).toISOString().slice(0, 7)
  const kept = new Map((await listTotalsOfFigures(deed, month)).map((each) => [keyOf(each), each]))
  const again = new Map<string, FigureCount>()
  let behind = { releasedAt: from, id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const releases = await listReleasesBehind(deed, behind, AT_ONCE)
    const last = releases.at(-1)
    if (last === undefined) break
    const ids = releases.map(({ id }) => id)
    for (const each of await countSecondFigures(deed, ids)) {
      if (each.month < month) continue
      const before = again.get(keyOf(each))
      again.set(keyOf(each), { ...each, count: each.count + (before?.count ?? 0) })
    }
    behind = last
  }
  const keys = new Set([...kept.keys(), ...again.keys()])
  const differing = [...keys].flatMap((key) => {
    const [one, other] = [kept.get(key), again.get(key)]
    return one?.count === other?.count ? [] : [one ?? other].filter((each) => each !== undefined)
  })
  return { compared: keys.size, differing }
}

function keyOf({ scopeId, month, measure, outcome, detail }: FigureCount): string {
  return [scopeId, month, measure, outcome, detail].join(' ')
}
