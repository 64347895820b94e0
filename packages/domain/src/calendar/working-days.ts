import { addDays, type PlainDate, type Weekday, weekday } from './plain-date.ts'

/** Saturday and Sunday. A country that rests on other days passes its own. */
export const WEEKEND: readonly Weekday[] = [6, 7]

/** What makes a day a day off: the weekend of the place and its public holidays, as data. */
export type DaysOff = {
  weekend: readonly Weekday[]
  holidays: readonly { on: PlainDate }[]
}

/** Longer runs of days off than this do not happen; a calendar that has one is refused and not searched for ever. */
export const DAYS_OFF_HORIZON = 60

export type WorkingDay = { kind: 'working-day'; day: PlainDate } | { kind: 'none-within'; days: number }

/** Is this a day on which offices work (rule CAL-4)? */
export function isWorkingDay(day: PlainDate, off: DaysOff): boolean {
  return !off.weekend.includes(weekday(day)) && !off.holidays.some((holiday) => holiday.on === day)
}

/** The first working day on this day or after it. */
export function workingDayOnOrAfter(day: PlainDate, off: DaysOff): WorkingDay {
  return searchWorkingDay(day, off, 1)
}

/** The last working day on this day or before it. */
export function workingDayOnOrBefore(day: PlainDate, off: DaysOff): WorkingDay {
  return searchWorkingDay(day, off, -1)
}

/** Is the day after this one a day off? Releases on such a day meet closed doors (domain.md 3a.5). */
export function isEveOfDayOff(day: PlainDate, off: DaysOff): boolean {
  return !isWorkingDay(addDays(day, 1), off)
}

function searchWorkingDay(start: PlainDate, off: DaysOff, step: 1 | -1): WorkingDay {
  for (let distance = 0; distance <= DAYS_OFF_HORIZON; distance += 1) {
    const day = addDays(start, step * distance)
    if (isWorkingDay(day, off)) return { kind: 'working-day', day }
  }
  return { kind: 'none-within', days: DAYS_OFF_HORIZON }
}
