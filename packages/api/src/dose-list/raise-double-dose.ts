import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import {
  findDosesElsewhere,
  raiseCall,
  raiseCallElsewhere,
} from '@throughcare/db/dose-list/double-dose-call-repository'
import { findService } from '@throughcare/db/service/service-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type DoubleDoseKind, findDoubleDoses } from '@throughcare/domain/medication/double-doses'
import type { DoseEntry } from '@throughcare/domain/medication/medication-history'
import type { MedicationOfCase } from '../medication/medication-of-case.ts'

/** What whoever recorded the second dose is told at once: for which days, what makes it two, and whom to ring. */
export type DoubleDoseWarning = {
  days: PlainDate[]
  kinds: DoubleDoseKind[]
  services: { name: string; phone: string | null }[]
}

/**
 * Does the new entry make two doses for a day (rule DOSE-6), in this case or beside another case of the same person? Then the
 * emergency call is raised to the services that dosed, and the answer says whom to ring. Every entry stays; the day is
 * covered once.
 *
 * @param of the record of the case, the new entry in it.
 */
export async function raiseDoubleDose(
  deed: Deed<Actor>,
  { episodeId, of, entry }: { episodeId: string; of: MedicationOfCase; entry: DoseEntry },
): Promise<DoubleDoseWarning | null> {
  if (entry.outcome !== 'given' && entry.outcome !== 'issued') return null
  const own = deed.actor.serviceId
  const elsewhere = await findDosesElsewhere(deed, episodeId, { from: entry.forDay, to: entry.toDay })
  const person = {
    treatments: [...of.history.treatments, ...elsewhere.treatments],
    doses: [...of.history.doses, ...elsewhere.doses],
    elsewhere: new Set(elsewhere.doses.map(({ id }) => id)),
  }
  const doubles = findDoubleDoses(person, of.rules.depot).filter((double) => double.doseIds.includes(entry.id))
  if (doubles.length === 0) return null
  const others = new Set<string>()
  for (const { day, kind, serviceIds, doseIds } of doubles) {
    const rung = serviceIds.filter((id) => id !== own)
    for (const other of rung.length > 0 ? rung : [own]) {
      if (other !== own) others.add(other)
      const call = { episodeId, day, because: kind, between: [own, other] } as const
      await raiseCall(deed, call)
      const there = doseIds.filter((id) => person.elsewhere.has(id))
      if (there.length > 0) await raiseCallElsewhere(deed, call, there)
    }
  }
  const services = await Promise.all([...others].map((id) => findService(deed, id)))
  return {
    days: [...new Set(doubles.map(({ day }) => day))],
    kinds: [...new Set(doubles.map(({ kind }) => kind))],
    services: services.flatMap((service) => (service ? [{ name: service.name, phone: service.phone }] : [])),
  }
}
