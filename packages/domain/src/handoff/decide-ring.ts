import { OPENING_HORIZON_DAYS, type OpeningHours, openIntervalsOn } from '../calendar/opening-hours.ts'
import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'

/** With so many minutes or fewer left, a message is not enough: somebody has to ring. Our default. */
export const RING_WITHIN_MINUTES = 60

/** Can the handoff be acknowledged in time by somebody who works there, and does somebody have to ring now? */
export type Ring =
  /** Open until `closesAt`, and the deadline lies beyond it or they open again before it. */
  | { kind: 'open'; ringNow: false; closesAt: Date }
  /** "Harbour closes in 18 minutes: ring now." This is their last open time before the deadline. */
  | { kind: 'last-open-time'; ringNow: boolean; endsAt: Date; minutesLeft: number }
  /** Closed now, and open again in time. */
  | { kind: 'opens-in-time'; ringNow: false; opensAt: Date }
  /** Nobody is there before the deadline: ring the duty contact. `opensAt` is null when nobody knows when. */
  | { kind: 'closed-until-too-late'; ringNow: true; opensAt: Date | null }
  | { kind: 'hours-unknown'; ringNow: true }

/**
 * What has the sender to be told at the press of send? A deadline that has passed already leaves nobody time, whoever
 * is open. Minutes are whole and rounded down.
 */
export function decideRing(receiver: OpeningHours, dueAt: Date, now: Date): Ring {
  const opening = openTimesFrom(receiver, now)
  if (opening === null) return { kind: 'hours-unknown', ringNow: true }
  const [next, afterNext] = opening
  if (next === undefined || next.from >= dueAt || dueAt <= now)
    return { kind: 'closed-until-too-late', ringNow: true, opensAt: next ? later(next.from, now) : null }
  if (next.from > now) return { kind: 'opens-in-time', ringNow: false, opensAt: next.from }

  const endsAt = next.to < dueAt ? next.to : dueAt
  const opensAgainInTime = afterNext !== undefined && afterNext.from < dueAt
  if (opensAgainInTime) return { kind: 'open', ringNow: false, closesAt: next.to }
  const minutesLeft = Math.floor((endsAt.getTime() - now.getTime()) / 60_000)
  return { kind: 'last-open-time', ringNow: minutesLeft <= RING_WITHIN_MINUTES, endsAt, minutesLeft }
}

/** The next two open times that are not over; null when the hours of a day on the way are unknown. */
function openTimesFrom(receiver: OpeningHours, now: Date): { from: Date; to: Date }[] | null {
  const today = plainDateIn(now, receiver.zone)
  const times: { from: Date; to: Date }[] = []
  for (let days = 0; days <= OPENING_HORIZON_DAYS && times.length < 2; days += 1) {
    const found = openIntervalsOn(receiver, 'open', addDays(today, days))
    if (found.kind === 'hours-unknown') return times.length > 0 ? times : null
    times.push(...found.intervals.filter((each) => each.to > now))
  }
  return times
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}
