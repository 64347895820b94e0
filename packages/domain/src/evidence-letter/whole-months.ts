import type { PlainDate } from '../calendar/plain-date.ts'

/** The months that a demanded "two-year proof" counts (rule CIR-1). */
export const MONTHS_OF_TWO_YEARS = 24

/**
 * Whole calendar months from one day to another: from 15 January to 14 March is one month, to 15 March two. From the 31st,
 * a month without a 31st is whole on the first day after its last. 0 when the second day is earlier.
 */
export function wholeMonths(from: PlainDate, to: PlainDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0))
}
