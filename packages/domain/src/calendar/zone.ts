import { tzOffset } from '@date-fns/tz'
import { z } from 'zod'
import { addDays, type PlainDate } from './plain-date.ts'

/**
 * The name of a time zone in the IANA list: `Europe/Oslo`. A bare offset such as `+01:00` is refused, because
 * it does not know when the clocks change.
 */
export const Zone = z
  .string()
  .refine((name) => /^[A-Za-z]/.test(name) && !Number.isNaN(tzOffset(name, new Date(0))), 'calendar.zone.unknown')
  .brand<'Zone'>()
export type Zone = z.infer<typeof Zone>

/** A time on the wall clock, `00:00` to `23:59`. */
export const ClockTime = z
  .string('calendar.time.impossible')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'calendar.time.impossible')
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

/** Where a wall-clock time lies in real time. Two answers of three need a question back to the person who typed it. */
export type InstantAt =
  | { kind: 'instant'; instant: Date }
  /** The clock jumped over this time. `movedForward` is as far after the jump as the time was after its start. */
  | { kind: 'does-not-exist'; movedForward: Date }
  /** The clock showed this time twice. */
  | { kind: 'ambiguous'; earlier: Date; later: Date }

/**
 * The zone with this name.
 * @throws RangeError when there is none: a bug in the caller, since what people send is parsed with the schema.
 */
export function getZone(name: string): Zone {
  const parsed = Zone.safeParse(name)
  if (!parsed.success) throw new RangeError(`not a time zone: ${name}`)
  return parsed.data
}

/** The calendar day that it is in this place at this instant (rule CAL-2). */
export function plainDateIn(instant: Date, zone: Zone): PlainDate {
  return wallClock(instant, zone).toISOString().slice(0, 10) as PlainDate
}

/** The wall-clock time that it is in this place at this instant. */
export function clockTimeIn(instant: Date, zone: Zone): ClockTime {
  return wallClock(instant, zone).toISOString().slice(11, 16) as ClockTime
}

/**
 * When is it this time on this day in this place? At clock changes the answer is that the time does not exist,
 * or that there are two; nothing is guessed here (rule CAL-2; practice E02, E03).
 */
export function instantAt(day: PlainDate, time: ClockTime, zone: Zone): InstantAt {
  const wall = Date.parse(`${day}T${time}:00.000Z`)
  const offsets = [offsetAt(wall - AROUND_A_CHANGE, zone), offsetAt(wall + AROUND_A_CHANGE, zone)] as const
  const instants = [...new Set(offsets)]
    .filter((offset) => offsetAt(wall - offset, zone) === offset)
    .map((offset) => wall - offset)

  // A time is shown twice when the clock goes back, so the offset from before the change gives the earlier one.
  const [first, second] = instants
  if (first === undefined) return { kind: 'does-not-exist', movedForward: new Date(wall - Math.min(...offsets)) }
  if (second === undefined) return { kind: 'instant', instant: new Date(first) }
  return { kind: 'ambiguous', earlier: new Date(first), later: new Date(second) }
}

/**
 * One instant for a time that a timetable holds and nobody can be asked about: the earlier of two, and after the
 * jump when the time does not exist. For deadlines the earlier is the safe one.
 */
export function scheduledInstant(day: PlainDate, time: ClockTime, zone: Zone): Date {
  const found = instantAt(day, time, zone)
  if (found.kind === 'instant') return found.instant
  return found.kind === 'ambiguous' ? found.earlier : found.movedForward
}

/** The first instant of the day in this place: not always midnight, and never 24 hours after the last one. */
export function startOfDay(day: PlainDate, zone: Zone): Date {
  return scheduledInstant(day, MIDNIGHT, zone)
}

/** The first instant after the day in this place. */
export function endOfDay(day: PlainDate, zone: Zone): Date {
  return startOfDay(addDays(day, 1), zone)
}

export const MIDNIGHT = '00:00' as ClockTime

/** No place changes its clock twice within this time, so the offsets on both sides are the only candidates. */
const AROUND_A_CHANGE = 24 * 3_600_000

/**
 * How far the clock stands from UTC, in milliseconds. Asking is slow and a board asks about one and the same moment for
 * everybody on it, so the last answers are kept. Clocks change at the beginning of a minute and never within one.
 */
function offsetAt(epochMilliseconds: number, zone: Zone): number {
  const minute = Math.floor(epochMilliseconds / 60_000)
  const kept = keptOffsets.get(zone) ?? new Map<number, number>()
  const before = kept.get(minute)
  if (before !== undefined) return before

  const offset = Math.round(tzOffset(zone, new Date(epochMilliseconds)) * 60_000)
  if (kept.size >= KEPT_MINUTES) kept.clear()
  keptOffsets.set(zone, kept.set(minute, offset))
  return offset
}

const KEPT_MINUTES = 1000
const keptOffsets = new Map<Zone, Map<number, number>>()

/** A date whose UTC fields read like the clock on the wall. Never leaves this file. */
function wallClock(instant: Date, zone: Zone): Date {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), zone))
}
