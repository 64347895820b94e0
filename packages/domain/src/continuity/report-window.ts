import type { PlainDate } from '../calendar/plain-date.ts'

/** A month as `2026-04`. */
export type Month = string

/** How far back the figures go, the current month included. */
export const WINDOW_MONTHS = 24

/** The months that the figures cover on this day, the earliest first. */
export function windowMonths(today: PlainDate): Month[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: WINDOW_MONTHS }, (_, index) => monthOf(year * 12 + month - WINDOW_MONTHS + index))
}

/** From the first of these months in which anything was counted: months before the records began are not shown as empty. */
export function monthsWithRecords(months: readonly Month[], counted: ReadonlySet<Month>): Month[] {
  const first = months.findIndex((month) => counted.has(month))
  return first === -1 ? months.slice(-1) : months.slice(first)
}

/**
 * Has everybody who was released in this month had the time of a figure, so that what is not recorded is not merely to come?
 *
 * @param days after the last day of the month, by the table of indicators
 * @param countedAt ISO 8601. A day more is waited for: a prison's calendar may be behind the clock of the server
 */
export function isMonthOver(month: Month, days: number, countedAt: string): boolean {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Date.parse(countedAt) >= Date.UTC(year, number, 1 + days + 1)
}

/** Months counted through from the year 0: January 2026 is 24312. */
function monthOf(number: number): Month {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
