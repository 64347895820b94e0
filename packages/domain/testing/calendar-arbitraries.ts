import fc from 'fast-check'
import { addDays, getPlainDate, type PlainDate } from '../src/calendar/plain-date.ts'
import { getZone, type Zone } from '../src/calendar/zone.ts'

/** Zones east and west, with half hours, with clock changes of one hour and of half an hour, and with none. */
export const ZONES: readonly Zone[] = [
  'Europe/Oslo',
  'Europe/London',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Asia/Almaty',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'America/St_Johns',
  'America/Santiago',
  'UTC',
].map(getZone)

export const anyZone: fc.Arbitrary<Zone> = fc.constantFrom(...ZONES)

/** Days of the years in which the product works, clock changes, leap days and New Years included. */
export const anyDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 20 * 365 })
  .map((days) => addDays(getPlainDate('2020-01-01'), days))

/** Days within three months, so that generated histories meet each other. */
export const nearDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 90 })
  .map((days) => addDays(getPlainDate('2026-02-20'), days))

export const anyInstant: fc.Arbitrary<Date> = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2039, 11, 31) })
  .map((milliseconds) => new Date(milliseconds))
