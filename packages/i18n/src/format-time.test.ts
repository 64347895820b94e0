import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { describe, expect, it } from 'vitest'
import { formatDay, formatInstant, zoneLabel } from './format-time.ts'

const thursday = '2026-03-26' as PlainDate

describe('a day in words', () => {
  it.each([
    ['en', 'short', '26 Mar 2026'],
    ['en', 'weekday', 'Thu 26 Mar 2026'],
    ['en', 'long', 'Thursday 26 March 2026'],
    ['en', 'brief', 'Thu 26 Mar'],
    ['nb', 'short', '26. mars 2026'],
    ['nb', 'long', 'torsdag 26. mars 2026'],
  ] as const)('%s %s: %s', (locale, style, expected) => {
    expect(formatDay(thursday, locale, style)).toBe(expected)
  })
})

describe('an instant names the zone whose clock it shows', () => {
  const beforeTheChange = new Date('2026-03-28T23:30:00Z')
  const afterTheChange = new Date('2026-03-29T12:00:00Z')
  it.each([
    [beforeTheChange, 'Europe/London', 'en', '28 Mar 2026, 23:30 GMT'],
    [afterTheChange, 'Europe/London', 'en', '29 Mar 2026, 13:00 BST'],
    [beforeTheChange, 'Europe/Oslo', 'nb', '29. mars 2026, 00:30 CET'],
    [afterTheChange, 'Europe/Oslo', 'nb', '29. mars 2026, 14:00 CEST'],
  ] as const)('%s in %s', (instant, zone, locale, expected) => {
    expect(formatInstant(instant, zone, locale)).toBe(expected)
  })

  it('can stand without the day, and without the time', () => {
    expect(formatInstant(beforeTheChange, 'Europe/London', 'en', 'time')).toBe('23:30 GMT')
    expect(zoneLabel(afterTheChange, 'Europe/London', 'en')).toBe('BST')
  })
})
