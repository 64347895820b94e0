import { addDays, comparePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { MedicationHistory } from './medication-history.ts'
import { standingDoses } from './standing-doses.ts'

/** One day for which several services each recorded a dose. */
export type DoubleDose = { day: PlainDate; serviceIds: string[]; doseIds: string[] }

/**
 * On which days did two services each give or issue a dose (rule DOSE-6)? An emergency call to both, not a badge: both
 * entries stay and the day is covered once. "Given elsewhere" tells of another place's dose and is none of its own.
 */
export function findDoubleDoses(history: MedicationHistory): DoubleDose[] {
  const byDay = new Map<PlainDate, { serviceIds: Set<string>; doseIds: string[] }>()
  for (const { entry, notTaken } of standingDoses(history.doses)) {
    if (entry.outcome !== 'given' && entry.outcome !== 'issued') continue
    for (let day = entry.forDay; day <= entry.toDay; day = addDays(day, 1)) {
      if (notTaken.some((range) => range.from <= day && day <= range.to)) continue
      const found = byDay.get(day) ?? { serviceIds: new Set(), doseIds: [] }
      found.serviceIds.add(entry.serviceId)
      found.doseIds.push(entry.id)
      byDay.set(day, found)
    }
  }
  return [...byDay]
    .filter(([, found]) => found.serviceIds.size > 1)
    .map(([day, found]) => ({ day, serviceIds: [...found.serviceIds].toSorted(), doseIds: found.doseIds.toSorted() }))
    .toSorted((left, right) => comparePlainDate(left.day, right.day))
}
