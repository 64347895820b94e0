import { OPENING_HORIZON_DAYS, type OpeningHours, openIntervalsOn } from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import type { TimeAllowed } from './deadline-body.ts'

const HOUR = 3_600_000

/** For a receiver whose hours nobody told us, in place of each open day (rule DUE-2). */
const HOURS_FOR_AN_UNKNOWN_DAY = 24

/**
 * When is this much time over, from this instant on?
 *
 * Open days end when the receiver closes, and the day of the instant itself is not counted; open hours run only while it is
 * open. Where nobody told us its hours, or it does not open within sixty days, the time runs around the clock: nobody waits
 * longer for a service of which less is known.
 */
export function endOfTime(from: Date, { unit, count }: TimeAllowed, receiver: OpeningHours): Date {
  if (unit === 'hours') return later(from, count)
  if (unit === 'open-days') return endOfOpenDay(from, count, receiver) ?? later(from, count * HOURS_FOR_AN_UNKNOWN_DAY)
  return endOfOpenHours(from, count, receiver) ?? later(from, count)
}

function endOfOpenDay(from: Date, count: number, receiver: OpeningHours): Date | null {
  let left = count
  for (const { closes } of openDays(from, receiver, 1)) {
    left -= 1
    if (left === 0) return closes
  }
  return null
}

function endOfOpenHours(from: Date, count: number, receiver: OpeningHours): Date | null {
  let left = count * HOUR
  for (const { intervals } of openDays(from, receiver, 0))
    for (const interval of intervals) {
      const begins = Math.max(interval.from.getTime(), from.getTime())
      const open = interval.to.getTime() - begins
      if (open >= left) return new Date(begins + left)
      if (open > 0) left -= open
    }
  return null
}

/** The days on which it is open, one after the other; ends with the first whose hours nobody knows. */
function* openDays(from: Date, receiver: OpeningHours, firstDay: 0 | 1) {
  const today = plainDateIn(from, receiver.zone)
  for (let days: number = firstDay; days <= OPENING_HORIZON_DAYS; days += 1) {
    const found = openIntervalsOn(receiver, 'open', addDays(today, days))
    if (found.kind === 'hours-unknown') return
    const closes = found.intervals.at(-1)?.to
    if (closes !== undefined) yield { intervals: found.intervals, closes }
  }
}

function later(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * HOUR)
}
