import type { PlainDate } from '@throughcare/domain/calendar/plain-date'

/** A date column as Prisma reads it (midnight UTC) as the day it means. */
export function dayOf(stored: Date): PlainDate
export function dayOf(stored: Date | null): PlainDate | null
export function dayOf(stored: Date | null): PlainDate | null {
  return stored === null ? null : (stored.toISOString().slice(0, 10) as PlainDate)
}

/** A day as Prisma writes it to a date column. */
export function stored(day: PlainDate): Date
export function stored(day: PlainDate | null): Date | null
export function stored(day: PlainDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}
