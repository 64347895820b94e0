import { type OpeningHours, openingOn } from '../calendar/opening-hours.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'

/** From how many days before a public holiday a place is asked whether it doses then (rule CAL-5). */
export const ASKED_DAYS_BEFORE = 10

/** `hours-unknown`: nobody has told the place's ordinary week either. */
export type DayToConfirm = {
  day: PlainDate
  holiday: string
  because: 'holiday-not-confirmed' | 'hours-unknown'
}

/**
 * For which public holidays from today to the tenth day from now does nobody know yet whether this place gives supervised
 * doses (rule CAL-5)? Earliest first.
 *
 * A day on which it is shut anyway, by a closure or its ordinary week, asks for nothing; neither does one about which the
 * place has spoken, whatever it said. Each counts as closed until it does (rule CAL-3).
 */
export function daysToConfirm(hours: OpeningHours, today: PlainDate): DayToConfirm[] {
  const last = addDays(today, ASKED_DAYS_BEFORE)
  return hours.holidays
    .filter(({ on }) => on >= today && on <= last)
    .toSorted((left, right) => (left.on < right.on ? -1 : 1))
    .flatMap(({ on, name }): DayToConfirm[] => {
      const opening = openingOn(hours, 'dosing', on)
      if (opening.kind === 'hours-unknown') return [{ day: on, holiday: name, because: 'hours-unknown' }]
      return opening.kind === 'closed' && opening.because === 'holiday-not-confirmed'
        ? [{ day: on, holiday: name, because: 'holiday-not-confirmed' }]
        : []
    })
}
