import type { z } from 'zod'
import { addDays, PlainDate } from '../calendar/plain-date.ts'
import { ClockTime, plainDateIn, scheduledInstant, type Zone } from '../calendar/zone.ts'
import { inputOf } from '../request/request-fields.ts'

/** So many days back a shift may have begun: a weekend, and the day before it. Ours: no source. */
export const LONGEST_SHIFT_DAYS = 3

/** When nobody says when the shift began. Ours: no source. */
export const USUAL_SHIFT_HOURS = 8

/** When the shift began, on the clock of the service; nothing: the usual hours before now. Both or neither. */
export const ShiftInput = inputOf({
  day: PlainDate.nullable().default(null),
  time: ClockTime.nullable().default(null),
}).refine(({ day, time }) => (day === null) === (time === null), { path: ['time'], error: 'shift.time.missing' })
export type ShiftInput = z.infer<typeof ShiftInput>

/**
 * From when on is what happened part of this shift? Never from before the days that a digest goes back, nor from a time that has
 * not come: then the shift began now and nothing has happened in it.
 */
export function shiftSince({ day, time }: ShiftInput, now: Date, zone: Zone): Date {
  const asked =
    day !== null && time !== null
      ? scheduledInstant(day, time, zone)
      : new Date(now.getTime() - USUAL_SHIFT_HOURS * 3_600_000)
  const earliest = scheduledInstant(addDays(plainDateIn(now, zone), -LONGEST_SHIFT_DAYS), MIDNIGHT, zone)
  return new Date(Math.min(now.getTime(), Math.max(earliest.getTime(), asked.getTime())))
}

const MIDNIGHT = '00:00' as ClockTime

/** The days on which a shift that still counts may have begun, today first. */
export function shiftDays(now: Date, zone: Zone): PlainDate[] {
  const today = plainDateIn(now, zone)
  return Array.from({ length: LONGEST_SHIFT_DAYS + 1 }, (_, back) => addDays(today, -back))
}

/** What a digest tells of, in its order. */
export const SHIFT_KINDS = ['released', 'handoff', 'dose', 'contact', 'outcome', 'item'] as const
export type ShiftKind = (typeof SHIFT_KINDS)[number]
