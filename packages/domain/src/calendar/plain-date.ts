import { z } from 'zod'

/**
 * A calendar day in a place, as people say it: 2026-04-02. It has no time and no zone; which place's
 * calendar it belongs to is told by the field that holds it (rule CAL-1 in docs/clinical-rules.md).
 *
 * Refuses an empty field, days that do not exist (31 April, 29 February 2027) and the years 0 and 9999, which systems export for
 * "we do not know". Parses to itself, so parsing twice equals parsing once.
 */
export const PlainDate = z.iso
  .date({ error: ({ input }) => (input === '' ? 'calendar.day.missing' : 'calendar.day.impossible') })
  .refine((day) => !day.startsWith('0000-') && !day.startsWith('9999-'), 'calendar.day.placeholder')
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** Monday is 1 and Sunday 7, as in ISO 8601 and as PostgreSQL's `isodow` counts. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * The day that this text names.
 * @throws RangeError when it names none: a bug in the caller, since what people send is parsed with the schema.
 */
export function getPlainDate(text: string): PlainDate {
  const parsed = PlainDate.safeParse(text)
  if (!parsed.success) throw new RangeError(`not a calendar day: ${text}`)
  return parsed.data
}

/**
 * The day so many calendar days later, or earlier when negative. Counted on the calendar and not in hours,
 * so a clock change, a leap day and New Year's Eve change nothing (rule CAL-1).
 * @throws RangeError when `days` is not a whole number or the answer lies outside the years 0 to 9999. The schema
 *   leaves a year of room at both ends, so a span of up to a year never throws.
 */
export function addDays(day: PlainDate, days: number): PlainDate {
  if (!Number.isInteger(days)) throw new RangeError(`days must be whole, got ${days}`)
  return fromDayNumber(toDayNumber(day) + days)
}

/** How many calendar days lie from one day to the other; negative when `to` is the earlier one. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Every day from the first to the last, both included; none when the last is before the first. */
export function daysFromTo(first: PlainDate, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  const lastNumber = toDayNumber(last)
  for (let dayNumber = toDayNumber(first); dayNumber <= lastNumber; dayNumber += 1) days.push(fromDayNumber(dayNumber))
  return days
}

/** Which day of the week it is. Day 0 of the count, 1 January 1970, was a Thursday. */
export function weekday(day: PlainDate): Weekday {
  const sinceMonday = (((toDayNumber(day) + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as Weekday
}

/** For sorting, earliest first: negative, zero or positive. */
export function comparePlainDate(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** The earlier of the two days. */
export function earlierDay(left: PlainDate, right: PlainDate): PlainDate {
  return left <= right ? left : right
}

/** The later of the two days. */
export function laterDay(left: PlainDate, right: PlainDate): PlainDate {
  return left >= right ? left : right
}

const MILLISECONDS_OF_A_UTC_DAY = 86_400_000

// The days that people work with are few and asked about over and over, so each is worked out once. Only days within a
// century are kept: the lists cannot grow without end.
const KEPT_FROM = Date.UTC(1970, 0, 1) / MILLISECONDS_OF_A_UTC_DAY
const KEPT_TO = Date.UTC(2070, 0, 1) / MILLISECONDS_OF_A_UTC_DAY
const keptNumbers = new Map<PlainDate, number>()
const keptDays = new Map<number, PlainDate>()

// UTC knows no clock change, so within this file, and only here, a day may be 24 hours long.
function toDayNumber(day: PlainDate): number {
  const kept = keptNumbers.get(day)
  if (kept !== undefined) return kept
  const dayNumber = Date.parse(day) / MILLISECONDS_OF_A_UTC_DAY
  if (dayNumber >= KEPT_FROM && dayNumber < KEPT_TO) keptNumbers.set(day, dayNumber)
  return dayNumber
}

function fromDayNumber(dayNumber: number): PlainDate {
  const kept = keptDays.get(dayNumber)
  if (kept !== undefined) return kept
  const instant = new Date(dayNumber * MILLISECONDS_OF_A_UTC_DAY)
  const year = instant.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no such calendar day: ${dayNumber} days from 1970-01-01`)
  const day = instant.toISOString().slice(0, 10) as PlainDate
  if (dayNumber >= KEPT_FROM && dayNumber < KEPT_TO) keptDays.set(dayNumber, day)
  return day
}
