import type { Deed } from '@throughcare/db/as-actor'
import {
  findDoseAlerts,
  findEndOfCase,
  recordAlertEnded,
  recordDoseAlert,
} from '@throughcare/db/dose-alert/dose-alert-repository'
import { decideDoseAlert } from '@throughcare/domain/dose-alert/decide-dose-alert'
import { readMedication } from '../medication/read-medication.ts'
import { routingOfCase } from '../medication/routing-of-case.ts'

/**
 * Raises and ends the alert about a person's doses so that it says what holds now. Called after whatever changes doses, a
 * treatment or a release, in the same transaction, and every hour by the worker, because days pass without a press.
 * Called twice it changes nothing the second time. A service that may not write the treatment changes nothing.
 */
export async function followDoseAlerts(deed: Deed, episodeId: string): Promise<void> {
  const read = await readMedication(deed, episodeId)
  if (!read?.found.part.writes.includes('omt')) return
  const { routing, daysWithout, depot } = routingOfCase(read.of, deed.now)
  const over = await findEndOfCase(deed, episodeId)
  const current = (await findDoseAlerts(deed, episodeId)).find(({ endedAt }) => endedAt === null) ?? null
  const { end, raise } = decideDoseAlert(current, { routing, daysWithout, depot, over })
  if (end && current) await recordAlertEnded(deed, { episodeId, alertId: current.id }, end)
  if (raise) await recordDoseAlert(deed, episodeId, raise)
}
