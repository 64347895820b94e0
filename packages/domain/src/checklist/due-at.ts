import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { ClockTime, plainDateIn, scheduledInstant, type Zone } from '../calendar/zone.ts'
import type { Certainty } from '../release/release-codes.ts'
import { MINUTES_OF_AN_HOUR } from './item-rule.ts'

/** What due times are counted from. */
export type PlanTiming = {
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  /** The instant the person went through the gate; null while in custody. */
  releasedAt: Date | null
  /** When the plan was made: the standing pack counts from here. */
  madeAt: Date
  /** The prison's. */
  zone: Zone
}

/**
 * When gates open, where nobody has told us another time: our default, not a guideline. It is the time of day at which
 * items due before release are due, and the nominal release of a planned day.
 */
export const GATE_TIME = ClockTime.parse('09:00')

/** The instant at which a planned release is expected: that day at the gate's time. */
export function expectedReleaseAt(releaseDate: PlainDate, zone: Zone): Date {
  return scheduledInstant(releaseDate, GATE_TIME, zone)
}

/**
 * When is an item due?
 *
 * Before release on local days and the wall clock, so a clock change moves nothing; after release in elapsed hours from
 * the gate. Once the person is out, what was due later than that is due at the gate: it is late through nobody's
 * fault and is work at once. Without a date, and for whoever could leave any day, the standing pack counts from the
 * making of the plan, whichever comes first. Null: no due time yet.
 */
export function dueAt(
  rule: { dueOffsetMinutes: number; standingMinutes: number | null },
  timing: PlanTiming,
): Date | null {
  const { releaseDate, releaseCertainty, releasedAt, madeAt, zone } = timing
  const standing =
    rule.standingMinutes !== null && releaseCertainty === 'could-be-any-day'
      ? minutesAfter(madeAt, rule.standingMinutes)
      : null
  const fromDate = releaseDate && dueFrom(releaseDate, rule.dueOffsetMinutes, zone)
  if (releasedAt === null) return earliest([standing, fromDate])
  if (rule.dueOffsetMinutes > 0) return minutesAfter(releasedAt, rule.dueOffsetMinutes)
  const fromRelease = dueFrom(plainDateIn(releasedAt, zone), rule.dueOffsetMinutes, zone)
  return earliest([standing, fromDate, fromRelease, releasedAt])
}

/** Offsets up to the gate are whole days on the calendar; past it, elapsed time. */
function dueFrom(releaseDate: PlainDate, offsetMinutes: number, zone: Zone): Date {
  if (offsetMinutes > 0) return minutesAfter(expectedReleaseAt(releaseDate, zone), offsetMinutes)
  const days = Math.ceil(offsetMinutes / MINUTES_OF_A_DAY)
  const rest = offsetMinutes - days * MINUTES_OF_A_DAY
  return minutesAfter(scheduledInstant(addDays(releaseDate, days), GATE_TIME, zone), rest)
}

const MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce<Date | null>((first, each) => (first === null || (each && each < first) ? each : first), null)
}
