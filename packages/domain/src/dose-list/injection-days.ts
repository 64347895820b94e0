import { type DayOpening, isOpenOn, type OpeningHours, openingOn } from '../calendar/opening-hours.ts'
import { addDays, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import type { DepotDates } from '../medication/depot-status.ts'

/** On which days the next injection can be given where the person is dosed. */
export type InjectionDays = {
  /** How the place stands on the due day. */
  due: DayOpening
  /** The last open day up to the due day, not before the label allows and not in the past; null when there is none. */
  openBefore: PlainDate | null
  /** The first open day after it that is still inside the window; null when there is none. */
  openAfter: PlainDate | null
}

/**
 * When can the next injection be given, if the place is shut on its due day (rules DEPOT-4, CAL-3)? Only days inside the
 * window and open for dosing: a holiday that nobody confirmed is treated as closed, and hours that nobody told are not open.
 */
export function injectionDays(dates: DepotDates, hours: OpeningHours, today: PlainDate): InjectionDays {
  const isOpen = (day: PlainDate) => isOpenOn(hours, 'dosing', day)
  const first = laterDay(dates.notBefore, today)
  return {
    due: openingOn(hours, 'dosing', dates.due),
    openBefore: findDay(dates.due, first, -1, isOpen),
    openAfter: findDay(laterDay(addDays(dates.due, 1), first), dates.windowTo, 1, isOpen),
  }
}

/** Can the next injection be given on this day: inside the window, and open for dosing? */
export function isInjectionDay(dates: DepotDates, hours: OpeningHours, day: PlainDate): boolean {
  return dates.notBefore <= day && day <= dates.windowTo && isOpenOn(hours, 'dosing', day)
}

function findDay(from: PlainDate, to: PlainDate, step: 1 | -1, isOpen: (day: PlainDate) => boolean): PlainDate | null {
  for (let day = from; step === 1 ? day <= to : day >= to; day = addDays(day, step)) if (isOpen(day)) return day
  return null
}
