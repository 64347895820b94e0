import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { raiseCall } from '@throughcare/db/dose-list/double-dose-call-repository'
import { findService } from '@throughcare/db/service/service-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { findDoubleDoses } from '@throughcare/domain/medication/double-doses'
import type { MedicationHistory } from '@throughcare/domain/medication/medication-history'

/** What whoever recorded the second dose is told at once: for which days, and whom to ring. */
export type DoubleDoseWarning = { days: PlainDate[]; services: { name: string; phone: string | null }[] }

/**
 * Does the new entry make two doses by two services for a day (rule DOSE-6)? Then the emergency call to both is raised, and
 * the answer says whom to ring. Both entries stay; the day is covered once.
 *
 * @param history the record of the case, the new entry in it.
 */
export async function raiseDoubleDose(
  deed: Deed<Actor>,
  { episodeId, history, doseId }: { episodeId: string; history: MedicationHistory; doseId: string },
): Promise<DoubleDoseWarning | null> {
  const own = deed.actor.serviceId
  const doubles = findDoubleDoses(history).filter((double) => double.doseIds.includes(doseId))
  if (doubles.length === 0) return null
  const others = new Set<string>()
  for (const { day, serviceIds } of doubles)
    for (const other of serviceIds.filter((id) => id !== own)) {
      others.add(other)
      await raiseCall(deed, { episodeId, day, between: [own, other] })
    }
  const services = await Promise.all([...others].map((id) => findService(deed, id)))
  return {
    days: doubles.map(({ day }) => day),
    services: services.flatMap((service) => (service ? [{ name: service.name, phone: service.phone }] : [])),
  }
}
