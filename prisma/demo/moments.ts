import { type OpeningHours, openIntervalsOn } from '@throughcare/domain/calendar/opening-hours'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, plainDateIn, scheduledInstant, type Zone } from '@throughcare/domain/calendar/zone'
import type { Chance } from './chance.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + Math.round(minutes) * MINUTE)
}

export function hoursAfter(instant: Date, hours: number): Date {
  return minutesAfter(instant, hours * 60)
}

export function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / HOUR
}

/** Some minute of that day in that place, between two times on the wall; by day, when no clock changes. */
export function someTimeOn(chance: Chance, day: PlainDate, from: string, to: string, zone: Zone): Date {
  const minutes = chance.int(minutesOf(from), minutesOf(to))
  return minutesAfter(noonOn(day, zone), minutes - minutesOf(NOON))
}

const NOON = ClockTime.parse('12:00')
const noons = new Map<string, Date>()

/** Worked out once: lives meet on the same days, and zones are slow to ask. */
function noonOn(day: PlainDate, zone: Zone): Date {
  const key = `${day} ${zone}`
  const known = noons.get(key) ?? scheduledInstant(day, NOON, zone)
  noons.set(key, known)
  return known
}

/** The first moment from this one on at which somebody is there, a little into their hours; null within two weeks of none. */
export function whenOpenFrom(
  chance: Chance,
  hours: OpeningHours,
  purpose: 'open' | 'dosing',
  instant: Date,
): Date | null {
  const first = plainDateIn(instant, hours.zone)
  for (let days = 0; days <= 14; days += 1) {
    const found = openIntervalsOn(hours, purpose, addDays(first, days))
    if (found.kind === 'hours-unknown') return null
    for (const { from, to } of found.intervals) {
      if (to <= instant) continue
      const start = from > instant ? from : instant
      const left = (to.getTime() - start.getTime()) / MINUTE
      if (left >= 2) return minutesAfter(start, chance.int(1, Math.min(left - 1, 50)))
    }
  }
  return null
}

/** Some moment between the two; the first of them when they are the wrong way round. */
export function someTimeBetween(chance: Chance, from: Date, to: Date): Date {
  const span = Math.max(0, to.getTime() - from.getTime())
  return new Date(from.getTime() + Math.floor((chance.next() * span) / MINUTE) * MINUTE)
}

export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
