import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findGapsToWorkOut } from '@throughcare/db/gap/gap-writing'
import { followGap } from './follow-gap.ts'

/** Cases of one transaction: short enough that nobody who records a dose meanwhile waits for it. */
const BATCH = 50

/** No run goes on for ever: what is left then is first in the next one. */
const MOST_BATCHES = 400

/**
 * The worker's part of the gap board: days turn, dosing hours end and places change their hours without anybody writing to a
 * case. Works out what holds no more, each case for a service that may; a case that turns out to be nobody's ends the run.
 *
 * @returns how many were worked out.
 */
export async function followGaps(): Promise<number> {
  let done = 0
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findGapsToWorkOut(deed, BATCH))
    const byService = Map.groupBy(due, (each) => each.serviceId)
    const before = done
    for (const [serviceId, cases] of byService)
      done += await asActor(systemActor(serviceId), async (deed) => {
        let worked = 0
        for (const { episodeId } of cases.toSorted(byCase)) if (await followGap(deed, episodeId)) worked += 1
        return worked
      })
    if (done === before || due.length < BATCH) return done
  }
  return done
}

/** Two workers take the rows in one order, so that neither waits for the other for ever. */
function byCase(one: { episodeId: string }, other: { episodeId: string }): number {
  return one.episodeId < other.episodeId ? -1 : 1
}
