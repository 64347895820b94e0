import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay, anyInstant, anyZone } from '../../testing/calendar-arbitraries.ts'
import { addDays, getPlainDate } from './plain-date.ts'
import {
  ClockTime,
  clockTimeIn,
  endOfDay,
  getZone,
  instantAt,
  plainDateIn,
  scheduledInstant,
  startOfDay,
  Zone,
} from './zone.ts'

const day = getPlainDate
const time = (text: string) => ClockTime.parse(text)

describe('which zones there are', () => {
  it.each([
    ['Europe/Oslo', true],
    ['UTC', true],
    ['Asia/Kolkata', true],
    ['Europe/Atlantis', false],
    ['+01:00', false],
    ['', false],
    [null, false],
  ])('%j: %s', (name, isZone) => {
    expect(Zone.safeParse(name).success).toBe(isZone)
  })

  it('says so when a caller names none', () => {
    expect(() => getZone('Europe/Atlantis')).toThrow(RangeError)
  })
})

describe('times on the wall clock', () => {
  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['09:00:00', false],
  ])('%s: %s', (text, isTime) => {
    expect(ClockTime.safeParse(text).success).toBe(isTime)
  })
})

describe('the day it is somewhere (rule CAL-2)', () => {
  it.each([
    ['2026-04-02T22:30:00Z', 'Europe/Oslo', '2026-04-03'],
    ['2026-04-02T22:30:00Z', 'Europe/London', '2026-04-02'],
    ['2026-12-31T23:30:00Z', 'Europe/Oslo', '2027-01-01'],
    ['2026-12-31T23:30:00Z', 'Europe/Lisbon', '2026-12-31'],
    ['2028-02-28T23:30:00Z', 'Europe/Oslo', '2028-02-29'],
    ['2026-04-02T18:31:00Z', 'Asia/Kolkata', '2026-04-03'],
    ['2026-04-02T10:00:00Z', 'Pacific/Kiritimati', '2026-04-03'],
    ['2026-04-02T09:59:00Z', 'Pacific/Honolulu', '2026-04-01'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(plainDateIn(new Date(instant), getZone(zone))).toBe(expected)
  })
})

describe('E02, E03: the instant of a time on the wall that does not exist, or is two (rule CAL-2)', () => {
  it.each([
    ['2026-03-29', '01:30', 'Europe/London', { kind: 'does-not-exist', movedForward: '2026-03-29T01:30:00.000Z' }],
    ['2026-03-29', '02:30', 'Europe/Oslo', { kind: 'does-not-exist', movedForward: '2026-03-29T01:30:00.000Z' }],
    [
      '2026-10-25',
      '01:30',
      'Europe/London',
      { kind: 'ambiguous', earlier: '2026-10-25T00:30:00.000Z', later: '2026-10-25T01:30:00.000Z' },
    ],
    [
      '2026-10-25',
      '02:30',
      'Europe/Oslo',
      { kind: 'ambiguous', earlier: '2026-10-25T00:30:00.000Z', later: '2026-10-25T01:30:00.000Z' },
    ],
    ['2026-03-29', '03:00', 'Europe/Oslo', { kind: 'instant', instant: '2026-03-29T01:00:00.000Z' }],
    ['2026-03-29', '01:59', 'Europe/Oslo', { kind: 'instant', instant: '2026-03-29T00:59:00.000Z' }],
    ['2026-10-25', '03:00', 'Europe/Oslo', { kind: 'instant', instant: '2026-10-25T02:00:00.000Z' }],
    ['2026-12-31', '23:30', 'Europe/Oslo', { kind: 'instant', instant: '2026-12-31T22:30:00.000Z' }],
    ['2028-02-29', '00:00', 'Europe/Oslo', { kind: 'instant', instant: '2028-02-28T23:00:00.000Z' }],
    ['2026-04-02', '09:00', 'Asia/Kolkata', { kind: 'instant', instant: '2026-04-02T03:30:00.000Z' }],
    // Half an hour is skipped here, not a whole one.
    [
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      { kind: 'does-not-exist', movedForward: '2026-10-03T15:45:00.000Z' },
    ],
    // A whole day is skipped here.
    ['2011-12-30', '12:00', 'Pacific/Apia', { kind: 'does-not-exist', movedForward: '2011-12-30T22:00:00.000Z' }],
  ])('%s %s in %s', (on, at, zone, expected) => {
    const found = instantAt(day(on), time(at), getZone(zone))
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected)
  })

  it('a timetable takes the earlier of two times and goes on after a jump', () => {
    expect(scheduledInstant(day('2026-10-25'), time('02:30'), getZone('Europe/Oslo')).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
    expect(scheduledInstant(day('2026-03-29'), time('02:30'), getZone('Europe/Oslo')).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    )
  })

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-04-02', 24],
  ])('%s has %i hours in Oslo', (on, hours) => {
    const oslo = getZone('Europe/Oslo')
    expect((endOfDay(day(on), oslo).getTime() - startOfDay(day(on), oslo).getTime()) / 3_600_000).toBe(hours)
  })

  it('there and back is the same instant or its twin, in every zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
        const back = instantAt(plainDateIn(minute, zone), clockTimeIn(minute, zone), zone)
        expect(back.kind).not.toBe('does-not-exist')
        const candidates =
          back.kind === 'instant' ? [back.instant] : back.kind === 'ambiguous' ? [back.earlier, back.later] : []
        expect(candidates.map((each) => each.getTime())).toContain(minute.getTime())
      }),
    )
  })

  it('every day in every zone is one whole day: its first instant is in it, its end is in the next', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (on, zone) => {
        expect(plainDateIn(startOfDay(on, zone), zone)).toBe(on)
        expect(plainDateIn(new Date(endOfDay(on, zone).getTime() - 1), zone)).toBe(on)
        expect(plainDateIn(endOfDay(on, zone), zone)).toBe(addDays(on, 1))
      }),
    )
  })
})
