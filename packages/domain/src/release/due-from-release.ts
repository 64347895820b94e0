import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { type ClockTime, scheduledInstant, type Zone } from '../calendar/zone.ts'

/** A due time counted from the day of release: `{ days: -7, at: '16:00' }` is four o'clock a week before. */
export type DueFromRelease = { days: number; at: ClockTime }

export type DueMove =
  | { kind: 'stays'; dueAt: Date | null }
  /** `dueAt` is null when the release has no date any more: the item stays, its deadline is unknown. */
  | { kind: 'moves'; from: Date | null; to: Date | null }
  /** The new due time already lies behind: the item is due at once, and late through nobody's fault. */
  | { kind: 'due-at-once'; from: Date | null; wouldHaveBeen: Date; to: Date }

/** When is it due? Local days and the clock on the prison's wall; null while there is no release date (rule REL-5). */
export function dueFromRelease(due: DueFromRelease, releaseDate: PlainDate | null, zone: Zone): Date | null {
  return releaseDate && scheduledInstant(addDays(releaseDate, due.days), due.at, zone)
}

/**
 * What becomes of a due time when the release date moves (rule REL-5)? It moves with the date, in both directions. One
 * that would now lie in the past becomes due at once, and says what it would have been.
 */
export function moveDue(
  due: DueFromRelease,
  before: PlainDate | null,
  after: PlainDate | null,
  now: Date,
  zone: Zone,
): DueMove {
  const from = dueFromRelease(due, before, zone)
  const to = dueFromRelease(due, after, zone)
  if (from?.getTime() === to?.getTime()) return { kind: 'stays', dueAt: from }
  const isPulledIntoThePast = to !== null && to < now && (from === null || to < from)
  return isPulledIntoThePast ? { kind: 'due-at-once', from, wouldHaveBeen: to, to: now } : { kind: 'moves', from, to }
}
