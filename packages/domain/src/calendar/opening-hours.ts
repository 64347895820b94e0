import { z } from 'zod'
import { addDays, daysFromTo, type PlainDate, type Weekday, weekday } from './plain-date.ts'
import { ClockTime, endOfDay, plainDateIn, scheduledInstant, type Zone } from './zone.ts'

/** A pharmacy's shop hours are not the hours in which it supervises a dose: two timetables, never one. */
export const OPENING_PURPOSES = ['open', 'dosing'] as const
export const OpeningPurpose = z.enum(OPENING_PURPOSES, 'calendar.purpose.unknown')
export type OpeningPurpose = z.infer<typeof OpeningPurpose>

/** From a time up to a later one on the same day; open over midnight is two intervals. `24:00` is the day's end. */
export const ClockInterval = z
  .object(
    { from: ClockTime, to: z.union([ClockTime, z.literal('24:00')], 'calendar.time.impossible') },
    'calendar.interval.invalid',
  )
  .refine((interval) => interval.from < interval.to, 'calendar.interval.endsBeforeItBegins')
export type ClockInterval = z.infer<typeof ClockInterval>

/** A weekday that is not named is a day on which the place is shut. */
export const WeeklyHours = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(ClockInterval))
export type WeeklyHours = Readonly<Partial<Record<`${Weekday}`, readonly ClockInterval[]>>>

/** When a place is there, as it told us. */
export type OpeningHours = {
  zone: Zone
  /** `null`: nobody has told us, which is not the same as shut all week. */
  weekly: Readonly<Record<OpeningPurpose, WeeklyHours | null>>
  /** Shut for every purpose, first and last day included, and why, where it was recorded. A closure wins over everything else. */
  closures: readonly { from: PlainDate; to: PlainDate; reason?: string | null }[]
  /** Public holidays of the country and region, as data. */
  holidays: readonly { on: PlainDate; name: string }[]
  /** What the place itself said about one day. No intervals: it said that it is shut. */
  confirmedDays: readonly { on: PlainDate; purpose: OpeningPurpose; intervals: readonly ClockInterval[] }[]
}

export const CLOSED_REASONS = ['weekly-hours', 'closure', 'said-closed', 'holiday-not-confirmed'] as const
export type ClosedReason = (typeof CLOSED_REASONS)[number]

export type DayOpening =
  | { kind: 'open'; intervals: readonly ClockInterval[] }
  /** `reason`: of a closure, in the words in which it was recorded. */
  | { kind: 'closed'; because: ClosedReason; holiday: string | null; reason?: string }
  | { kind: 'hours-unknown' }

/** How far ahead and back the searches look before they say that there is no such day. */
export const OPENING_HORIZON_DAYS = 60

/**
 * Is the place there for this purpose on this day, when, and if not why not?
 *
 * A closure comes first, then what the place said about the day, then the public holiday: without a word from the
 * place its hours on a holiday are "not confirmed, treated as closed". Weekly hours come last. Hours that nobody
 * told us are a result of their own, on a holiday too (rule CAL-3).
 */
export function openingOn(hours: OpeningHours, purpose: OpeningPurpose, day: PlainDate): DayOpening {
  const asked = askedBefore(hours)[purpose]
  const before = asked.get(day)
  if (before !== undefined) return before
  const opening = readOpening(hours, purpose, day)
  if (asked.size < KEPT_DAYS) asked.set(day, opening)
  return opening
}

/**
 * Many people are dosed at the same place, and each of their days asks the same. A place's hours are never changed, only
 * replaced, so an answer holds as long as they do; years of days are not kept.
 */
const KEPT_DAYS = 1000
type Answers = Record<OpeningPurpose, Map<PlainDate, DayOpening>>
const answers = new WeakMap<OpeningHours, Answers>()

function askedBefore(hours: OpeningHours): Answers {
  const known = answers.get(hours)
  if (known !== undefined) return known
  const fresh: Answers = { open: new Map(), dosing: new Map() }
  answers.set(hours, fresh)
  return fresh
}

function readOpening(hours: OpeningHours, purpose: OpeningPurpose, day: PlainDate): DayOpening {
  const holiday = hours.holidays.find((each) => each.on === day)?.name ?? null
  const closure = hours.closures.find((each) => each.from <= day && day <= each.to)
  if (closure)
    return { kind: 'closed', because: 'closure', holiday, ...(closure.reason ? { reason: closure.reason } : {}) }

  const said = hours.confirmedDays.find((each) => each.on === day && each.purpose === purpose)
  if (said)
    return said.intervals.length > 0 ? open(said.intervals) : { kind: 'closed', because: 'said-closed', holiday }

  const weekly = hours.weekly[purpose]
  if (weekly === null) return { kind: 'hours-unknown' }
  const intervals = weekly[`${weekday(day)}`] ?? []
  if (intervals.length === 0) return { kind: 'closed', because: 'weekly-hours', holiday }
  if (holiday !== null) return { kind: 'closed', because: 'holiday-not-confirmed', holiday }
  return open(intervals)
}

/** Is it known that the place is there on this day? False for unknown hours too: `openingOn` tells the two apart. */
export function isOpenOn(hours: OpeningHours, purpose: OpeningPurpose, day: PlainDate): boolean {
  return openingOn(hours, purpose, day).kind === 'open'
}

/** The day's opening in real time, earliest first; empty when the place is shut. */
export function openIntervalsOn(
  hours: OpeningHours,
  purpose: OpeningPurpose,
  day: PlainDate,
): { kind: 'intervals'; intervals: { from: Date; to: Date }[] } | { kind: 'hours-unknown' } {
  const opening = openingOn(hours, purpose, day)
  if (opening.kind === 'hours-unknown') return opening
  if (opening.kind === 'closed') return { kind: 'intervals', intervals: [] }
  return { kind: 'intervals', intervals: opening.intervals.map((each) => inRealTime(each, day, hours.zone)) }
}

export type LastOpenHour =
  /** `at` is the last moment, not after the one asked for, at which somebody is there. */
  | { kind: 'last-open-hour'; at: Date; opensAt: Date; closesAt: Date }
  | { kind: 'hours-unknown' }
  | { kind: 'none-within'; days: number }

/**
 * When, up to this instant, was the place last open? The instant itself when it is open then; otherwise the last
 * closing time before. Opening at this very instant is not having been open: a deadline at the minute in which they
 * unlock the door leaves nobody time. Deadlines are set by it (definitions.md, Due). Days with unknown hours end the
 * search: a later known day cannot be claimed to be the last.
 */
export function lastOpenHourBefore(hours: OpeningHours, purpose: OpeningPurpose, instant: Date): LastOpenHour {
  const today = plainDateIn(instant, hours.zone)
  for (let daysBack = 0; daysBack <= OPENING_HORIZON_DAYS; daysBack += 1) {
    const found = openIntervalsOn(hours, purpose, addDays(today, -daysBack))
    if (found.kind === 'hours-unknown') return found
    const last = found.intervals
      .filter((each) => each.from < instant)
      .reduce<{ from: Date; to: Date } | null>((latest, each) => (latest && latest.to > each.to ? latest : each), null)
    if (last)
      return {
        kind: 'last-open-hour',
        at: last.to < instant ? last.to : instant,
        opensAt: last.from,
        closesAt: last.to,
      }
  }
  return { kind: 'none-within', days: OPENING_HORIZON_DAYS }
}

export type FirstOpenDay =
  /** `closed` holds every day that was passed over, with its reason, so that a sentence can name the holiday. */
  | { kind: 'open-day'; day: PlainDate; closed: { day: PlainDate; because: ClosedReason; holiday: string | null }[] }
  | { kind: 'hours-unknown'; day: PlainDate }
  | { kind: 'none-within'; days: number }

/** Which is the first day on or after this one on which the place is there for this purpose (rule CAL-3)? */
export function firstDayOpenOnOrAfter(hours: OpeningHours, purpose: OpeningPurpose, day: PlainDate): FirstOpenDay {
  const closed: Extract<FirstOpenDay, { kind: 'open-day' }>['closed'] = []
  for (const each of daysFromTo(day, addDays(day, OPENING_HORIZON_DAYS))) {
    const opening = openingOn(hours, purpose, each)
    if (opening.kind === 'open') return { kind: 'open-day', day: each, closed }
    if (opening.kind === 'hours-unknown') return { kind: 'hours-unknown', day: each }
    closed.push({ day: each, because: opening.because, holiday: opening.holiday })
  }
  return { kind: 'none-within', days: OPENING_HORIZON_DAYS }
}

/** Intervals in order of the clock, however they were entered. */
function open(intervals: readonly ClockInterval[]): DayOpening {
  return { kind: 'open', intervals: intervals.toSorted((left, right) => (left.from < right.from ? -1 : 1)) }
}

function inRealTime(interval: ClockInterval, day: PlainDate, zone: Zone): { from: Date; to: Date } {
  const from = scheduledInstant(day, interval.from, zone)
  const to = interval.to === '24:00' ? endOfDay(day, zone) : scheduledInstant(day, interval.to, zone)
  // A clock that jumps forward can push the opening past the closing: then nobody was there at all.
  return to < from ? { from, to: from } : { from, to }
}
