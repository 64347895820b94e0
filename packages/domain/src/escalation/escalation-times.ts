/** When the receiver's workers are reminded and when the duty contact is rung, as parts of the time to answer. Our default. */
export const REMINDED_AFTER = 0.5
export const RUNG_AFTER = 0.75

/** A step that is taken so much later than its time says so: the worker was away (rule ESC-2, case E08). Our default. */
export const LATE_AFTER_SECONDS = 60

/**
 * When are the steps before the deadline (rule ESC-1)? Counted from the sending, so that a deadline that came nearer
 * brings them nearer with it. PostgreSQL keeps the same two instants beside each handoff; a test holds the two equal.
 */
export function escalationTimes(sentAt: Date, dueAt: Date): { halfAt: Date; ringAt: Date } {
  const part = (share: number) => new Date(sentAt.getTime() + Math.round((dueAt.getTime() - sentAt.getTime()) * share))
  return { halfAt: part(REMINDED_AFTER), ringAt: part(RUNG_AFTER) }
}

/** Was the step taken so much later than planned that it has to be said? */
export function isLate(plannedAt: Date, at: Date): boolean {
  return at.getTime() - plannedAt.getTime() > LATE_AFTER_SECONDS * 1000
}
