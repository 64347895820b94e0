import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import {
  type DosesElsewhere,
  findDosesElsewhere,
  raiseCall,
  raiseCallElsewhere,
} from '@throughcare/db/dose-list/double-dose-call-repository'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { findService } from '@throughcare/db/service/service-repository'
import { comparePlainDate, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type DoubleDose, type DoubleDoseKind, findDoubleDoses } from '@throughcare/domain/medication/double-doses'
import type { DoseEntry } from '@throughcare/domain/medication/medication-history'
import { historyOfBoth, type MedicationOfCase } from '../medication/medication-of-case.ts'

/** What whoever recorded the second dose is told at once: for which days, what makes it two, and whom to ring. */
export type DoubleDoseWarning = {
  days: PlainDate[]
  kinds: DoubleDoseKind[]
  services: { name: string; phone: string | null }[]
}

/** A case with the new entry in it, and the entry. */
type Entered = {
  episodeId: string
  found: StoredMedication
  of: MedicationOfCase
  entry: DoseEntry
  /** What {@link findElsewhere} found. */
  elsewhere: DosesElsewhere
}

/** The doses of the same person in other cases, where the new entry may make a second one of them. */
export async function findElsewhere(
  deed: Deed<Actor>,
  episodeId: string,
  entry: Pick<DoseEntry, 'outcome' | 'forDay' | 'toDay'>,
): Promise<DosesElsewhere> {
  if (!canMakeTwo(entry)) return { treatments: [], doses: [] }
  return findDosesElsewhere(deed, episodeId, { from: entry.forDay, to: entry.toDay })
}

function canMakeTwo({ outcome }: Pick<DoseEntry, 'outcome'>): boolean {
  return outcome === 'given' || outcome === 'issued'
}

/**
 * Does the new entry make two doses for a day (rule DOSE-6), in this case or beside another case of the same person? Then the
 * emergency call is raised to the services that dosed, and the answer says whom to ring. Every entry stays; the day is
 * covered once.
 *
 * A dose in a joined record makes a call of its own: whoever sees one record alone reads nothing of it (ADR 0210).
 */
export async function raiseDoubleDose(deed: Deed<Actor>, entered: Entered): Promise<DoubleDoseWarning | null> {
  if (!canMakeTwo(entered.entry)) return null
  const doubles = [...(await raiseInRecord(deed, entered)), ...(await raiseWithJoined(deed, entered))]
  if (doubles.length === 0) return null
  const others = new Set(doubles.flatMap(({ serviceIds }) => serviceIds).filter((id) => id !== deed.actor.serviceId))
  const services = await Promise.all([...others].map((id) => findService(deed, id)))
  return {
    days: [...new Set(doubles.map(({ day }) => day))].toSorted(comparePlainDate),
    kinds: [...new Set(doubles.map(({ kind }) => kind))],
    services: services.flatMap((service) => (service ? [{ name: service.name, phone: service.phone }] : [])),
  }
}

async function raiseInRecord(deed: Deed<Actor>, { episodeId, of, entry, elsewhere }: Entered): Promise<DoubleDose[]> {
  const own = deed.actor.serviceId
  const person = {
    treatments: [...of.history.treatments, ...elsewhere.treatments],
    doses: [...of.history.doses, ...elsewhere.doses],
    elsewhere: new Set(elsewhere.doses.map(({ id }) => id)),
  }
  const doubles = findDoubleDoses(person, of.rules.depot).filter((double) => double.doseIds.includes(entry.id))
  for (const { day, kind, serviceIds, doseIds } of doubles) {
    const rung = serviceIds.filter((id) => id !== own)
    for (const other of rung.length > 0 ? rung : [own]) {
      const call = { episodeId, day, because: kind, between: [own, other], joinedEpisodeId: null } as const
      await raiseCall(deed, call)
      const there = doseIds.filter((id) => person.elsewhere.has(id))
      if (there.length > 0) await raiseCallElsewhere(deed, call, there)
    }
  }
  return doubles
}

async function raiseWithJoined(deed: Deed<Actor>, { episodeId, found, of, entry }: Entered): Promise<DoubleDose[]> {
  const own = deed.actor.serviceId
  const raised: DoubleDose[] = []
  for (const joined of found.joined) {
    const beside = historyOfBoth({ ...found, joined: [joined] })
    const serviceOf = new Map(joined.doses.map(({ id, serviceId }) => [id, serviceId]))
    const person = { ...beside, elsewhere: new Set(serviceOf.keys()) }
    for (const double of findDoubleDoses(person, of.rules.depot)) {
      const { day, kind, doseIds } = double
      const there = new Set(doseIds.flatMap((id) => serviceOf.get(id) ?? []))
      if (!doseIds.includes(entry.id) || there.size === 0) continue
      const rung = [...there].filter((id) => id !== own)
      for (const other of rung.length > 0 ? rung : [own])
        await raiseCall(deed, {
          episodeId,
          day,
          because: kind,
          between: [own, other],
          joinedEpisodeId: joined.episodeId,
        })
      raised.push({ ...double, serviceIds: [own, ...rung] })
    }
  }
  return raised
}
