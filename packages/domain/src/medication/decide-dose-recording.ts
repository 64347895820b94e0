import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn, type Zone } from '../calendar/zone.ts'
import type { DoseKind, DoseOutcome } from './medication-codes.ts'

/** On which side of the gate the recording service stands. */
export type DoseSide = 'prison' | 'community'

/** Who wants to record what, and what is known of the release. */
export type DoseRecording = {
  side: DoseSide
  kind: DoseKind
  outcome: DoseOutcome
  forDay: PlainDate
  /** When it was given or issued. Null: the time is not known. */
  givenAt: Date | null
  releasedAt: Date | null
  /** The earliest moment at which a service outside had the person before it. */
  seenOutsideAt: Date | null
  /** The zone of the place that gave it: its days are the days. */
  zone: Zone
}

export type DoseRecordingDecision =
  /** `lateEntry`: recorded by the prison after the release, of a dose given before it. */
  | { ok: true; lateEntry: boolean }
  | {
      ok: false
      refusal:
        | 'dose.in-the-future'
        | 'dose.day-and-time-disagree'
        | 'dose.given-after-release'
        | 'dose.given-before-release'
        | 'dose.not-released'
    }

/**
 * May this service record this dose (rule DOSE-8)?
 *
 * The prison records doses given before the release, late if need be; the community those given after it. Where the
 * release is not recorded, being seen outside proves it. A dose without a time is judged by its day, and the day of
 * release belongs to both. Nothing that was given lies in the future; a take-home dose may be *for* a day to come.
 */
export function decideDoseRecording(recording: DoseRecording, now: Date): DoseRecordingDecision {
  const { givenAt, forDay, kind, zone } = recording
  const today = plainDateIn(now, zone)
  if (givenAt !== null && givenAt > now) return { ok: false, refusal: 'dose.in-the-future' }
  if (kind !== 'take-home' && forDay > today) return { ok: false, refusal: 'dose.in-the-future' }
  if (givenAt !== null && !agree(recording, plainDateIn(givenAt, zone)))
    return { ok: false, refusal: 'dose.day-and-time-disagree' }

  const outAt = recording.releasedAt ?? recording.seenOutsideAt
  return recording.side === 'prison' ? decideInside(recording, outAt, now) : decideOutside(recording, outAt)
}

function decideInside(recording: DoseRecording, outAt: Date | null, now: Date): DoseRecordingDecision {
  if (outAt === null || outAt > now) return { ok: true, lateEntry: false }
  const { givenAt, forDay, kind, zone } = recording
  const isAfter = givenAt === null ? kind !== 'take-home' && forDay > plainDateIn(outAt, zone) : givenAt > outAt
  return isAfter ? { ok: false, refusal: 'dose.given-after-release' } : { ok: true, lateEntry: true }
}

function decideOutside(recording: DoseRecording, outAt: Date | null): DoseRecordingDecision {
  if (outAt === null) return { ok: false, refusal: 'dose.not-released' }
  const { givenAt, forDay, zone } = recording
  // Seen outside only bounds the release from above: an earlier dose may well have been given outside.
  if (recording.releasedAt === null) return { ok: true, lateEntry: false }
  const isBefore = givenAt === null ? forDay < plainDateIn(outAt, zone) : givenAt < outAt
  return isBefore ? { ok: false, refusal: 'dose.given-before-release' } : { ok: true, lateEntry: false }
}

/** A supervised dose and an injection are given on their day; a take-home dose is issued on its first day or before. */
function agree({ kind, forDay }: DoseRecording, givenOn: PlainDate): boolean {
  return kind === 'take-home' ? givenOn <= forDay : givenOn === forDay
}
