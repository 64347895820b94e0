import { addDays, type PlainDate, weekday } from '../calendar/plain-date.ts'
import type { Month } from '../continuity/report-window.ts'

/**
 * Of which month is the report due on this day (rule OUT-2)? From the first working day of a month on, that of the month before: no weekend and
 * no public holiday of the place. A report that nothing made on its day is made on a later one. Null before that day.
 */
export function reportMonth(today: PlainDate, isHoliday: (day: PlainDate) => boolean): Month | null {
  const first = `${today.slice(0, 7)}-01` as PlainDate
  for (let day = first; day <= today; day = addDays(day, 1))
    if (weekday(day) <= 5 && !isHoliday(day)) return addDays(first, -1).slice(0, 7)
  return null
}
