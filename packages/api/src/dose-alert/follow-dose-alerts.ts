import type { Deed } from '@throughcare/db/as-actor'
import {
  findDoseAlerts,
  findEndOfCase,
  recordAlertEnded,
  recordAlertLook,
  recordDoseAlert,
  type StoredDoseAlert,
} from '@throughcare/db/dose-alert/dose-alert-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type AlertFacts, decideDoseAlert } from '@throughcare/domain/dose-alert/decide-dose-alert'
import { nextAlertLook } from '@throughcare/domain/dose-alert/next-alert-look'
import { type ReadMedication, readMedication } from '../medication/read-medication.ts'
import { routingOfCase } from '../medication/routing-of-case.ts'

/** How the case ended, if it did, and its alerts. */
export type AlertsOfCase = [AlertFacts['over'], StoredDoseAlert[]]

/** Asks for both in one flush. */
export function findAlertsOfCase(deed: Deed, episodeId: string): Promise<AlertsOfCase> {
  return Promise.all([findEndOfCase(deed, episodeId), findDoseAlerts(deed, episodeId)])
}

/**
 * Raises and ends the alert about a person's doses so that it says what holds now, and notes when time alone would make it say
 * something else. Called at the end of every deed that wrote to the case, and by the worker when that time has come.
 * Called twice it changes nothing the second time. A service that may not write the treatment changes nothing.
 *
 * @param asked what was asked for already, with other questions.
 */
export async function followDoseAlerts(
  deed: Deed,
  episodeId: string,
  asked: Promise<AlertsOfCase> = findAlertsOfCase(deed, episodeId),
): Promise<void> {
  const read = await readMedication(deed, episodeId)
  if (!read?.found.part.writes.includes('omt')) return
  const [over, alerts] = await asked
  const current = alerts.find(({ endedAt }) => endedAt === null) ?? null
  const { end, raise } = decideDoseAlert(current, factsAt(read, over, deed.now))
  if (end && current) await recordAlertEnded(deed, { episodeId, alertId: current.id }, end)
  if (raise) await recordDoseAlert(deed, episodeId, raise)

  const standing = raise ?? (end ? null : current)
  const { place, history } = read.of
  const prisonZone = getZone(read.found.custody.timeZone)
  const look = nextAlertLook({ place, treatments: history.treatments, prisonZone, now: deed.now }, (at) => {
    const then = decideDoseAlert(standing, factsAt(read, over, at))
    return then.end !== null || then.raise !== null
  })
  recordAlertLook(deed, episodeId, look)
}

/** How the person stands at an instant, as far as it is on record now. */
function factsAt({ of }: ReadMedication, over: AlertFacts['over'], at: Date): AlertFacts {
  const { routing, daysWithout, depot } = routingOfCase({ ...of, today: plainDateIn(at, of.place.zone) }, at)
  return { routing, daysWithout, depot, over }
}
