import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type CaseToLookAt, findAlertsToLookAt } from '@throughcare/db/dose-alert/dose-alert-repository'
import { followGap } from '../gap/follow-gap.ts'
import { followDoseAlerts } from './follow-dose-alerts.ts'

/** So many cases in one transaction: short enough that nobody who records a dose meanwhile waits for it. */
const BATCH = 50

/** No run goes on for ever: what is left then is first in the next one. */
const MOST_BATCHES = 400

/**
 * Lets the alerts of cases follow the time, so that nobody has to open a page for an alert to arise. Only those under which
 * something moved, or of which time alone makes the alert say something else now; each for one service that may.
 *
 * @returns how many were looked at.
 */
export async function sweepDoseAlerts(): Promise<number> {
  let done = 0
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const due = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findAlertsToLookAt(deed, BATCH))
    for (const [serviceId, cases] of Map.groupBy(due, (each) => each.serviceId)) await lookAt(serviceId, cases)
    done += due.length
    if (due.length < BATCH) return done
  }
  return done
}

function lookAt(serviceId: string, cases: readonly CaseToLookAt[]): Promise<void> {
  const inOrder = cases.toSorted((one, other) => (one.episodeId < other.episodeId ? -1 : 1))
  return asActor(systemActor(serviceId), async (deed) => {
    await recordAudit(deed, {
      action: 'dose-alert.follow',
      episodeIds: inOrder.map(({ episodeId }) => episodeId),
      personIds: inOrder.map(({ personId }) => personId),
    })
    for (const { episodeId, isGapStale } of inOrder) {
      // What moved is worked out for the board as well, so that the next change is noticed again.
      if (isGapStale) await followGap(deed, episodeId)
      await followDoseAlerts(deed, episodeId)
    }
  })
}
