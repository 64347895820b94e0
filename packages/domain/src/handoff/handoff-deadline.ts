import {
  lastOpenHourBefore,
  OPENING_HORIZON_DAYS,
  type OpeningHours,
  openIntervalsOn,
} from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import type { HandoffKind } from './handoff-statuses.ts'

/**
 * How long each kind leaves until somebody must have acknowledged: our defaults, not a guideline, to be set locally.
 * Emergency and short notice run around the clock; planned ends at the close of the receiver's second open day.
 */
export const KIND_DEADLINES = {
  emergency: { hours: 4 },
  'short-notice': { hours: 8 },
  planned: { openDays: 2 },
} as const satisfies Record<HandoffKind, { hours: number } | { openDays: number }>

const HOURS_BEFORE_RELEASE_BY_AN_OPEN_HOUR = 24
const HOURS_BEFORE_RELEASE_AT_THE_LATEST = 2
const HOURS_ONCE_RELEASED = 4
/** For a receiver whose hours nobody told us, in place of its two open days. */
const HOURS_WITHOUT_KNOWN_HOURS = 48

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
}

export type Deadline = { dueAt: Date; because: DeadlineReason }

/**
 * By when must the handoff be acknowledged (definitions.md, Due)?
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

function ofKind({ kind, sentAt, receiver }: DeadlineQuestion): Deadline {
  const rule: { hours: number } | { openDays: number } = KIND_DEADLINES[kind]
  const dueAt = 'hours' in rule ? hoursFrom(sentAt, rule.hours) : endOfOpenDay(sentAt, rule.openDays, receiver)
  return { dueAt, because: 'kind' }
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

/** When the receiver closes on its so-many-eth open day after the day of sending. */
function endOfOpenDay(sentAt: Date, openDays: number, receiver: OpeningHours): Date {
  const sentOn = plainDateIn(sentAt, receiver.zone)
  let left = openDays
  for (let days = 1; days <= OPENING_HORIZON_DAYS; days += 1) {
    const found = openIntervalsOn(receiver, 'open', addDays(sentOn, days))
    if (found.kind === 'hours-unknown') break
    const closes = found.intervals.at(-1)?.to
    if (closes === undefined) continue
    left -= 1
    if (left === 0) return closes
  }
  return hoursFrom(sentAt, HOURS_WITHOUT_KNOWN_HOURS)
}

function hoursFrom(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000)
}
