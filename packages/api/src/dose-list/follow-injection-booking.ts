import type { Deed } from '@throughcare/db/as-actor'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { isInjectionDay } from '@throughcare/domain/dose-list/injection-days'
import { depotState } from '@throughcare/domain/medication/depot-status'
import { medicationOfCase } from '../medication/medication-of-case.ts'

type Booked = { episodeId: string; serviceId: string; at: Date }

/**
 * An appointment about the treatment on a day inside the depot's window on which its place doses books the next injection, and
 * finishes that item. Any other day books an appointment, and the item stays open.
 */
export async function followInjectionBooking(
  deed: Deed,
  { episodeId, serviceId, at }: Booked,
  requestId: string,
): Promise<void> {
  const found = await findMedication(deed, episodeId)
  const hours = (await findOpeningHours(deed, [serviceId])).get(serviceId)
  if (!found || !hours) return
  const { history, today, rules } = await medicationOfCase(deed, found)
  const depot = depotState(history, today, rules.depot)
  if (depot.kind !== 'injected' || !isInjectionDay(depot.dates, hours, plainDateIn(at, hours.zone))) return
  await finishItems(deed, episodeId, ['omt-book-next-injection'], requestId)
}
