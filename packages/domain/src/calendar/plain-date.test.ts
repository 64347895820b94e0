import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay } from '../../testing/calendar-arbitraries.ts'
import { addDays, comparePlainDate, daysBetween, daysFromTo, getPlainDate, PlainDate, weekday } from './plain-date.ts'

const day = getPlainDate

describe('what counts as a calendar day (rule CAL-1)', () => {
  it.each([
    ['2026-04-02', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['0000-01-01', false],
    ['9999-12-31', false],
    ['0001-01-01', true],
    ['9998-12-31', true],
    ['275760-09-13', false],
    ['2026-4-2', false],
    ['02.04.2026', false],
    ['2026-04-02T00:00:00Z', false],
    [' 2026-04-02', false],
    ['', false],
    [20260402, false],
    [null, false],
  ])('%j: %s', (text, isDay) => {
    expect(PlainDate.safeParse(text).success).toBe(isDay)
  })

  it('parses to itself', () => {
    expect(PlainDate.parse(PlainDate.parse('2026-04-02'))).toBe('2026-04-02')
  })

  it('says so when a caller names no day', () => {
    expect(() => day('2027-02-29')).toThrow(RangeError)
  })
})

describe('counting days (rule CAL-1)', () => {
  it.each([
    ['2026-03-28', 1, '2026-03-29', 'clocks go forward in Europe'],
    ['2026-03-29', 1, '2026-03-30', 'the day of 23 hours'],
    ['2026-10-25', 1, '2026-10-26', 'the day of 25 hours'],
    ['2028-02-28', 1, '2028-02-29', 'leap day'],
    ['2028-02-29', 365, '2029-02-28', 'a year after leap day'],
    ['2027-02-28', 1, '2027-03-01', 'no leap day'],
    ['2026-12-31', 1, '2027-01-01', "New Year's Eve"],
    ['2027-01-01', -1, '2026-12-31', 'back over New Year'],
    ['2026-04-02', 0, '2026-04-02', 'no days'],
    ['1969-12-31', 2, '1970-01-02', 'over the start of the count'],
    ['9998-12-31', 60, '9999-03-01', 'room at the late end'],
    ['0001-01-01', -60, '0000-11-02', 'room at the early end'],
  ])('%s and %i days is %s: %s', (start, days, end) => {
    expect(addDays(day(start), days)).toBe(end)
    expect(daysBetween(day(start), end as PlainDate)).toBe(days)
  })

  it.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY], [10_000_000]])('refuses %s days', (days) => {
    expect(() => addDays(day('2026-04-02'), days)).toThrow(RangeError)
  })

  it('there and back is the same day, wherever it starts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(addDays(addDays(start, days), -days)).toBe(start)
        expect(daysBetween(start, addDays(start, days))).toBe(days)
        expect(Math.sign(comparePlainDate(start, addDays(start, days)))).toBe(Math.sign(0 - days))
      }),
    )
  })

  it.each([
    ['2026-04-02', '2026-04-04', ['2026-04-02', '2026-04-03', '2026-04-04']],
    ['2026-04-02', '2026-04-02', ['2026-04-02']],
    ['2026-04-02', '2026-04-01', []],
  ])('from %s to %s', (first, last, days) => {
    expect(daysFromTo(day(first), day(last))).toEqual(days)
  })
})

describe('the day of the week', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-04-03', 5],
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['2027-01-03', 7],
  ])('%s is %i', (text, expected) => {
    expect(weekday(day(text))).toBe(expected)
  })

  it('E04: the days 31 December to 3 January of a year of 53 weeks follow each other', () => {
    expect(daysFromTo(day('2026-12-31'), day('2027-01-03')).map(weekday)).toEqual([4, 5, 6, 7])
  })

  it('seven days on is the same day of the week', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        expect(weekday(addDays(start, 7))).toBe(weekday(start))
      }),
    )
  })
})
