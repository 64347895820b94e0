import { lastOpenHourBefore, type OpeningHours } from '../calendar/opening-hours.ts'
import type { DeadlineBody } from '../deadline-rule/deadline-body.ts'
import { DEADLINE_RULE } from '../deadline-rule/deadline-rule.ts'
import { endOfTime } from '../deadline-rule/time-allowed.ts'
import type { HandoffKind } from './handoff-statuses.ts'

/** What no local rule changes (rule DUE-4). */
const HOURS_BEFORE_RELEASE_BY_AN_OPEN_HOUR = 24
const HOURS_BEFORE_RELEASE_AT_THE_LATEST = 2
const HOURS_ONCE_RELEASED = 4

/** What set the deadline: the words beside it. */
export const DEADLINE_REASONS = [
  'kind',
  'last-open-hour',
  'day-before-release',
  'two-hours-before-release',
  'four-hours-once-released',
  'at-once',
  'was-earlier',
] as const
export type DeadlineReason = (typeof DEADLINE_REASONS)[number]

export type DeadlineQuestion = {
  kind: HandoffKind
  sentAt: Date
  now: Date
  /** The instant at which the gate is expected to open; null while nobody knows a date. */
  expectedReleaseAt: Date | null
  releasedAt: Date | null
  receiver: OpeningHours
  /** The deadline so far; null at the first sending. A resend starts anew, with null. */
  previousDueAt: Date | null
  /** How long the receiver has by its kind: the rule that holds there. Left out: our default. */
  allowed?: DeadlineBody
}

export type Deadline = { dueAt: Date; because: DeadlineReason }

/**
 * By when must the handoff be acknowledged (definitions.md, Due; rules DUE-1 and DUE-4)?
 *
 * The earlier of the kind's own deadline and the receiver's last open hour that is at least 24 hours before release;
 * when that hour has passed, two hours before release; once released, at most four hours around the clock, counted from
 * when we know it. Asked again when release moves, it tightens and is never lengthened. It never lies before the press
 * that asks: what cannot be in time is due at once, and the sender is told so (`decideRing`).
 *
 * A receiver whose hours nobody knows has until 24 hours before release.
 */
export function decideDeadline(question: DeadlineQuestion): Deadline {
  const { now, previousDueAt } = question
  const bounds = [ofKind(question), ofRelease(question)].filter((bound) => bound !== null)
  const first = bounds.reduce((earliest, bound) => (bound.dueAt < earliest.dueAt ? bound : earliest))
  const next: Deadline = first.dueAt < now ? { dueAt: now, because: 'at-once' } : first
  return previousDueAt !== null && previousDueAt <= next.dueAt ? { dueAt: previousDueAt, because: 'was-earlier' } : next
}

function ofKind({ kind, sentAt, receiver, allowed = DEADLINE_RULE.body }: DeadlineQuestion): Deadline {
  return { dueAt: endOfTime(sentAt, allowed[kind], receiver), because: 'kind' }
}

function ofRelease(question: DeadlineQuestion): Deadline | null {
  const { now, expectedReleaseAt, releasedAt, receiver } = question
  if (releasedAt !== null) return { dueAt: hoursFrom(now, HOURS_ONCE_RELEASED), because: 'four-hours-once-released' }
  if (expectedReleaseAt === null) return null

  const dayBefore = hoursFrom(expectedReleaseAt, -HOURS_BEFORE_RELEASE_BY_AN_OPEN_HOUR)
  const open = lastOpenHourBefore(receiver, 'open', dayBefore)
  const bound: Deadline =
    open.kind === 'last-open-hour'
      ? { dueAt: open.at, because: 'last-open-hour' }
      : { dueAt: dayBefore, because: 'day-before-release' }
  if (bound.dueAt > now) return bound
  return {
    dueAt: hoursFrom(expectedReleaseAt, -HOURS_BEFORE_RELEASE_AT_THE_LATEST),
    because: 'two-hours-before-release',
  }
}

/**
 * By when must somebody there have taken what the service has acknowledged now (rule DUE-3)? Never later than two hours before
 * release, nor than four hours once released (rule DUE-4).
 */
export function decideAcceptDeadline(
  question: Pick<DeadlineQuestion, 'now' | 'expectedReleaseAt' | 'releasedAt' | 'receiver' | 'allowed'>,
): Date {
  const { now, expectedReleaseAt, releasedAt, receiver, allowed = DEADLINE_RULE.body } = question
  const byRule = endOfTime(now, allowed.accept, receiver)
  const atTheLatest =
    releasedAt !== null
      ? hoursFrom(now, HOURS_ONCE_RELEASED)
      : expectedReleaseAt && hoursFrom(expectedReleaseAt, -HOURS_BEFORE_RELEASE_AT_THE_LATEST)
  const first = atTheLatest !== null && atTheLatest < byRule ? atTheLatest : byRule
  const isPast = first < now
  return isPast ? now : first
}

function hoursFrom(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000)
}
