import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'

/** How near the last day is on which something is kept. In the order of urgency. */
export const KEEPING_ALERTS = ['past', 'within-3-days', 'within-14-days', 'no-date'] as const
export type KeepingAlert = (typeof KEEPING_ALERTS)[number]

/** Days before the last day from which it is told, and told urgently (rule CIR-2). */
export const FIRST_ALERT_DAYS = 14
export const LAST_ALERT_DAYS = 3

/**
 * What must be told about something that is kept until a day (rule CIR-2)? The day itself is still one on which it is kept.
 * Nobody said until when: that is told too, because things without a day are thrown away first. Null: there is time.
 */
export function keepingAlert(until: PlainDate | null, today: PlainDate): KeepingAlert | null {
  if (until === null) return 'no-date'
  const left = daysBetween(today, until)
  if (left < 0) return 'past'
  if (left <= LAST_ALERT_DAYS) return 'within-3-days'
  return left <= FIRST_ALERT_DAYS ? 'within-14-days' : null
}

/** Days from today to the last day; below 0 when it has passed, null when nobody said which day that is. */
export function daysLeft(until: PlainDate | null, today: PlainDate): number | null {
  return until === null ? null : daysBetween(today, until)
}
