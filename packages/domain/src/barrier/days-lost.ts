import { daysBetween, earlierDay, type PlainDate } from '../calendar/plain-date.ts'

/** When a barrier stood. */
export type BarrierSpan = { since: PlainDate | null; resolvedOn: PlainDate | null }

/**
 * How many days has a barrier stood in the way, or did it? Calendar days from the day it began to the day it was out of the
 * way, or to today, which no day to come adds to; 0 when it began today, or was said to begin later. Null when nobody knows since when: that is not 0.
 */
export function daysLost({ since, resolvedOn }: BarrierSpan, today: PlainDate): number | null {
  if (since === null) return null
  return Math.max(0, daysBetween(since, earlierDay(resolvedOn ?? today, today)))
}
