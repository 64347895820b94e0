import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Certainty } from '../release/release-codes.ts'

/** What can be wrong with one of the days of a custody episode. The same codes for a form and for a release list. */
export const DAY_FAULTS = [
  'missing',
  'in-future',
  'too-long-ago',
  'too-far',
  'before-date-of-birth',
  'before-admitted-on',
] as const
export type DayFault = (typeof DAY_FAULTS)[number]

/** Nobody in custody is older; a date beyond it is a slip of the pen. */
export const OLDEST_AGE_YEARS = 120

/** A release farther away is a register's way of writing "never", not a date that anybody plans for. */
export const FARTHEST_RELEASE_YEARS = 100

/** Is this a date of birth of somebody alive today? */
export function birthFault(dateOfBirth: PlainDate, today: PlainDate): DayFault | null {
  if (dateOfBirth > today) return 'in-future'
  return dateOfBirth < yearsFrom(today, -OLDEST_AGE_YEARS) ? 'too-long-ago' : null
}

/** Can custody have begun on this day? A day before today or today itself, not before birth. */
export function admissionFault(
  admittedOn: PlainDate,
  dateOfBirth: PlainDate | null,
  today: PlainDate,
): DayFault | null {
  if (admittedOn > today) return 'in-future'
  return dateOfBirth !== null && admittedOn < dateOfBirth ? 'before-date-of-birth' : null
}

/**
 * Does the release date fit its certainty and the day of admission? A date in the past is none of a fault: the person
 * may be out and nobody has said so, which the board must show. `could-be-any-day` stands with a date or without one.
 */
export function releaseDateFault(
  release: { date: PlainDate | null; certainty: Certainty },
  admittedOn: PlainDate,
  today: PlainDate,
): DayFault | null {
  if (release.date === null) return release.certainty === 'could-be-any-day' ? null : 'missing'
  if (release.date < admittedOn) return 'before-admitted-on'
  return release.date > yearsFrom(today, FARTHEST_RELEASE_YEARS) ? 'too-far' : null
}

/** Can a dose have been given on this day? It may lie before admission: then it was given outside. */
export function lastDoseFault(lastDoseOn: PlainDate, dateOfBirth: PlainDate | null, today: PlainDate): DayFault | null {
  if (lastDoseOn > today) return 'in-future'
  return dateOfBirth !== null && lastDoseOn < dateOfBirth ? 'before-date-of-birth' : null
}

/** The same day so many years on. On 29 February it is the day after the 28th, which is never too strict here. */
function yearsFrom(day: PlainDate, years: number): PlainDate {
  const year = Number(day.slice(0, 4)) + years
  const shifted = `${String(year).padStart(4, '0')}${day.slice(4)}` as PlainDate
  return day.endsWith('-02-29') ? addDays(`${shifted.slice(0, 8)}28` as PlainDate, 1) : shifted
}
