import type { PlainDate } from '../calendar/plain-date.ts'
import { type ClockTime, plainDateIn, scheduledInstant, type Zone } from '../calendar/zone.ts'
import type { Certainty } from './release-codes.ts'

/** The first hours out, elapsed ones: on the night the clocks change they end an hour earlier or later by the wall. */
export const FIRST_HOURS = 48

/** On a confirmed day without a word from the gate, this is when both sides are told so. Local time of the prison. */
export const CONFIRM_OUT_BY = '12:00' as ClockTime

/** What is known of somebody's release. */
export type ReleaseFacts = {
  releaseDate: PlainDate | null
  certainty: Certainty
  /** When the person went through the gate, as somebody confirmed it. */
  releasedAt: Date | null
  /** The earliest moment at which a service outside had the person before it: proof of being out no later than then. */
  seenOutsideAt: Date | null
  /** The prison's zone: the day of release is a day there. */
  zone: Zone
}

export type ReleaseClock =
  /** Still inside as far as anybody said, and nothing is overdue. */
  | { kind: 'not-released' }
  /** The confirmed day came, noon passed, nobody said anything: on both sides, and never 0 hours. */
  | { kind: 'not-confirmed-out'; since: Date }
  /** Somebody outside has the person, and nobody said when the gate opened. Only a lower bound is known. */
  | { kind: 'out-no-later-than'; at: Date; atLeastHours: number }
  /** `hours` are whole elapsed ones; the first 48 include their last instant. */
  | { kind: 'out'; releasedAt: Date; hours: number; firstHoursEndAt: Date; isInFirstHours: boolean }

/**
 * How long has the person been out (rule REL-1)?
 *
 * Counts elapsed hours from *released at*, never calendar days and never from the planned date. A release that nobody
 * confirmed has an unknown clock. A release stamped later than `now` has not happened.
 */
export function hoursSinceRelease(release: ReleaseFacts, now: Date): ReleaseClock {
  const { releasedAt, seenOutsideAt } = release
  if (releasedAt !== null && releasedAt <= now)
    return {
      kind: 'out',
      releasedAt,
      hours: wholeHours(releasedAt, now),
      firstHoursEndAt: endOfFirstHours(releasedAt),
      isInFirstHours: now <= endOfFirstHours(releasedAt),
    }
  if (releasedAt !== null) return { kind: 'not-released' }
  if (seenOutsideAt !== null && seenOutsideAt <= now)
    return { kind: 'out-no-later-than', at: seenOutsideAt, atLeastHours: wholeHours(seenOutsideAt, now) }

  const since = confirmOutBy(release)
  return since !== null && since <= now ? { kind: 'not-confirmed-out', since } : { kind: 'not-released' }
}

/** When the first 48 hours end: E01, out on Saturday 24 October at 12:00 in Oslo, is Monday at 11:00 by the wall. */
export function endOfFirstHours(releasedAt: Date): Date {
  return new Date(releasedAt.getTime() + FIRST_HOURS * 3_600_000)
}

/** The day, in the prison's calendar, on which the person went out; null while nobody confirmed it. */
export function releaseDayOf(release: Pick<ReleaseFacts, 'releasedAt' | 'zone'>): PlainDate | null {
  return release.releasedAt && plainDateIn(release.releasedAt, release.zone)
}

function confirmOutBy(release: ReleaseFacts): Date | null {
  if (release.certainty !== 'confirmed' || release.releaseDate === null) return null
  return scheduledInstant(release.releaseDate, CONFIRM_OUT_BY, release.zone)
}

function wholeHours(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 3_600_000)
}
