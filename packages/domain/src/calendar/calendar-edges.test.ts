import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { ClockInterval, lastOpenHourBefore, openIntervalsOn, openingOn, WeeklyHours } from './opening-hours.ts'
import { addDays, earlierDay, getPlainDate, laterDay, PlainDate } from './plain-date.ts'
import { ClockTime, getZone, Zone } from './zone.ts'

const day = getPlainDate
const messages = (found: { error?: { issues: { message: string }[] } }) =>
  found.error?.issues.map(({ message }) => message) ?? []
const open = (...intervals: [string, string][]) => intervals.map(([from, to]) => ({ from, to })) as never

describe('what a caller is told who names nothing that there is', () => {
  it.each<[string, () => unknown, string]>([
    ['no day', () => day('2027-02-29'), 'not a calendar day: 2027-02-29'],
    ['half a day', () => addDays(day('2026-04-02'), 1.5), 'days must be whole, got 1.5'],
    ['a day before the count', () => addDays(day('0001-01-01'), -367), 'no such calendar day'],
    ['a day behind it', () => addDays(day('9998-12-31'), 367), 'no such calendar day'],
    ['no zone', () => getZone('Europe/Bergen'), 'not a time zone: Europe/Bergen'],
  ])('%s', (_what, call, words) => expect(call).toThrow(words))

  it.each<[string, { safeParse: (value: string) => object }, string, string[]]>([
    ['a year that means that nobody knows', PlainDate, '9999-12-31', ['calendar.day.placeholder']],
    ['the year nought', PlainDate, '0000-06-01', ['calendar.day.placeholder']],
    ['a field left empty', PlainDate, '', ['calendar.day.missing']],
    ['a day that there is not', PlainDate, '2026-02-30', ['calendar.day.impossible']],
    ['an offset', Zone, '+01:00', ['calendar.zone.unknown']],
    ['an offset with a name behind it', Zone, '1Europe/Oslo', ['calendar.zone.unknown']],
    ['a time that there is not', ClockTime, '24:00', ['calendar.time.impossible']],
  ])('%s', (_what, schema, value, expected) => expect(messages(schema.safeParse(value))).toEqual(expected))

  it.each<[string, object, string[]]>([
    ['begins when it ends', { from: '09:00', to: '09:00' }, ['calendar.interval.endsBeforeItBegins']],
    ['to the end of the day', { from: '09:00', to: '24:00' }, []],
    [
      'from the end of the day',
      { from: '24:00', to: '24:00' },
      ['calendar.time.impossible', 'calendar.interval.endsBeforeItBegins'],
    ],
    ['to a time that there is not', { from: '09:00', to: '25:00' }, ['calendar.time.impossible']],
  ])('an interval that is %s', (_what, interval, expected) => {
    expect(messages(ClockInterval.safeParse(interval))).toEqual(expected)
  })

  it('a weekday by its number, Monday to Sunday', () => {
    for (const each of ['1', '2', '3', '4', '5', '6', '7'])
      expect(WeeklyHours.safeParse({ [each]: [] }).success).toBe(true)
    for (const each of ['0', '8', '', 'monday']) expect(WeeklyHours.safeParse({ [each]: [] }).success).toBe(false)
  })
})

describe('the earlier and the later of two days', () => {
  it.each([
    ['2026-04-02', '2026-04-03', '2026-04-02', '2026-04-03'],
    ['2026-04-03', '2026-04-02', '2026-04-02', '2026-04-03'],
    ['2026-04-02', '2026-04-02', '2026-04-02', '2026-04-02'],
  ])('%s and %s: %s, %s', (left, right, earlier, later) => {
    expect(earlierDay(day(left), day(right))).toBe(earlier)
    expect(laterDay(day(left), day(right))).toBe(later)
  })
})

describe('hours of one day', () => {
  const twice = harbourPharmacy({
    weekly: { open: { '1': open(['14:00', '18:00'], ['08:00', '12:00']) }, dosing: null },
  })
  const untilMidnight = harbourPharmacy({ weekly: { open: { '1': open(['20:00', '24:00']) }, dosing: null } })

  it('stand in the order of the clock, however they were entered', () => {
    expect(openingOn(twice, 'open', day('2026-03-23'))).toEqual({
      kind: 'open',
      intervals: open(['08:00', '12:00'], ['14:00', '18:00']),
    })
  })

  it('answer the same when they are asked again, and another purpose by itself', () => {
    for (let asked = 0; asked < 2; asked += 1) {
      expect(openingOn(twice, 'open', day('2026-03-24'))).toMatchObject({ kind: 'closed', because: 'weekly-hours' })
      expect(openingOn(twice, 'dosing', day('2026-03-24'))).toEqual({ kind: 'hours-unknown' })
    }
  })

  it('to midnight end with the day', () => {
    expect(openIntervalsOn(untilMidnight, 'open', day('2026-03-23'))).toEqual({
      kind: 'intervals',
      intervals: [{ from: new Date('2026-03-23T20:00:00Z'), to: new Date('2026-03-24T00:00:00Z') }],
    })
  })

  it.each([
    [
      'between two spans: the end of the first',
      '2026-03-23T13:00:00Z',
      '2026-03-23T12:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
    ],
    [
      'within the second: the instant itself',
      '2026-03-23T15:00:00Z',
      '2026-03-23T15:00:00.000Z',
      '2026-03-23T14:00:00.000Z',
    ],
    ['at its end', '2026-03-23T18:00:00Z', '2026-03-23T18:00:00.000Z', '2026-03-23T14:00:00.000Z'],
    [
      'when they unlock the door after the pause: the end of the first',
      '2026-03-23T14:00:00Z',
      '2026-03-23T12:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
    ],
    [
      'in the evening: the end of the second',
      '2026-03-23T22:00:00Z',
      '2026-03-23T18:00:00.000Z',
      '2026-03-23T14:00:00.000Z',
    ],
  ])('the last open hour %s', (_when, instant, at, opensAt) => {
    const found = lastOpenHourBefore(twice, 'open', new Date(instant))
    if (found.kind !== 'last-open-hour') throw new Error(found.kind)
    expect([found.at.toISOString(), found.opensAt.toISOString()]).toEqual([at, opensAt])
  })
})
