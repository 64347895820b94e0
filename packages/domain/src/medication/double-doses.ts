import { addDays, comparePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { doesCover } from './dose-outcomes.ts'
import { injectionsOf } from './injections.ts'
import { type DoseEntry, type MedicationHistory, type Treatment, treatmentsOfDoses } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, depotCoversTo } from './medicine-table.ts'
import { type StandingDose, standingDoses } from './standing-doses.ts'

/** What makes it two doses, the plainest first: of several for one day and the same services the first is told. */
export const DOUBLE_DOSE_KINDS = ['two-services', 'depot-and-daily', 'issued-twice', 'two-episodes'] as const
export type DoubleDoseKind = (typeof DOUBLE_DOSE_KINDS)[number]

/** One day for which doses were recorded twice over, by whom. One service alone where it issued twice. */
export type DoubleDose = { day: PlainDate; kind: DoubleDoseKind; serviceIds: string[]; doseIds: string[] }

/** A person's doses: of one case, or of all of their cases together. */
export type DosedPerson = Pick<MedicationHistory, 'treatments' | 'joinedTreatments' | 'doses'> & {
  /** Entries of other cases of the same person; entries that are not named are of this one. */
  elsewhere?: ReadonlySet<string>
}

/**
 * On which days did a person get two doses (rule DOSE-6)? An emergency call, not a badge: all entries stay and the day is
 * covered once.
 *
 * - `two-services`: two services each gave or issued a dose for the day. Given elsewhere tells of another's and is none.
 * - `depot-and-daily`: another service gave or issued a dose on a day after an injection and inside its window.
 * - `issued-twice`: take-home doses for the day were issued in two entries, by whomever; of a split treatment more parts than
 *   the day has.
 * - `two-episodes`: the doses of two services stand in two cases of one person.
 */
export function findDoubleDoses(person: DosedPerson, rules: DepotRuleSet = DEPOT_RULE_SET): DoubleDose[] {
  const treatments = treatmentsOfDoses(person)
  const byDay = new Map<PlainDate, DayDoses>()
  const all = standingDoses(person.doses)
  const injections = injectionsOf(
    all.filter(({ entry }) => doesCover(entry.outcome)),
    treatments,
  )
  for (const standing of all) {
    const { entry } = standing
    if (entry.outcome !== 'given' && entry.outcome !== 'issued') continue
    for (const day of daysOf(standing)) dosesOn(byDay, day).had.push(entry)
    const injection = injections.get(entry.id)
    if (!injection) continue
    const last = depotCoversTo(entry.forDay, injection.medicine, rules, injection.isFirst)
    for (let day = addDays(entry.forDay, 1); day <= last; day = addDays(day, 1)) dosesOn(byDay, day).held.push(entry)
  }
  return [...byDay]
    .flatMap(([day, doses]) => doublesOn(day, doses, treatments, person.elsewhere ?? new Set()))
    .toSorted((left, right) => comparePlainDate(left.day, right.day))
}

/** Doses of a day, and injections whose window it lies in. */
type DayDoses = { had: DoseEntry[]; held: DoseEntry[] }

function dosesOn(byDay: Map<PlainDate, DayDoses>, day: PlainDate): DayDoses {
  const found = byDay.get(day) ?? { had: [], held: [] }
  byDay.set(day, found)
  return found
}

function daysOf({ entry, notTaken }: StandingDose): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = entry.forDay; day <= entry.toDay; day = addDays(day, 1))
    if (!notTaken.some(({ from, to }) => from <= day && day <= to)) days.push(day)
  return days
}

function doublesOn(
  day: PlainDate,
  { had, held }: DayDoses,
  treatments: ReadonlyMap<string, Treatment>,
  elsewhere: ReadonlySet<string>,
): DoubleDose[] {
  const found: DoubleDose[] = []
  const add = (kind: DoubleDoseKind, doses: readonly DoseEntry[]) => {
    const serviceIds = [...new Set(doses.map(({ serviceId }) => serviceId))].toSorted()
    const isSplitOverCases = new Set(doses.map(({ id }) => elsewhere.has(id))).size > 1
    const told = isSplitOverCases && serviceIds.length > 1 ? 'two-episodes' : kind
    found.push({ day, kind: told, serviceIds, doseIds: doses.map(({ id }) => id).toSorted() })
  }
  if (isBySeveral(had)) add('two-services', had)
  const byMouth = had.filter(({ kind }) => kind !== 'depot')
  const besideDepot = held.filter((depot) => byMouth.some(({ serviceId }) => serviceId !== depot.serviceId))
  if (besideDepot.length > 0) add('depot-and-daily', [...besideDepot, ...byMouth])
  const issued = had.filter(({ kind }) => kind === 'take-home')
  if (isIssuedTwice(issued, treatments) && !isBySeveral(had)) add('issued-twice', issued)
  return found
}

function isBySeveral(doses: readonly DoseEntry[]): boolean {
  return new Set(doses.map(({ serviceId }) => serviceId)).size > 1
}

/** Parts of a split day are handed out in several entries; anything else for one day is handed out once. */
function isIssuedTwice(issued: readonly DoseEntry[], treatments: ReadonlyMap<string, Treatment>): boolean {
  if (issued.length < 2) return false
  const dosesPerDay = Math.max(...issued.map(({ treatmentId }) => treatments.get(treatmentId)?.dosesPerDay ?? 1))
  return dosesPerDay === 1 || issued.reduce((parts, each) => parts + each.parts, 0) > dosesPerDay
}
