import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyInstant } from '../../testing/calendar-arbitraries.ts'
import { harbourPharmacy, hours, OFFICE_WEEK } from '../../testing/places.ts'
import {
  ClockInterval,
  firstDayOpenOnOrAfter,
  isOpenOn,
  lastOpenHourBefore,
  type OpeningHours,
  type OpeningPurpose,
  openIntervalsOn,
  openingOn,
  WeeklyHours,
} from './opening-hours.ts'
import { getPlainDate } from './plain-date.ts'
import { getZone } from './zone.ts'

const day = getPlainDate
const noHours: OpeningHours = harbourPharmacy({ weekly: { open: null, dosing: null } })
const inventory = harbourPharmacy({ closures: [{ from: day('2026-05-04'), to: day('2026-05-06') }] })
const saidSo = harbourPharmacy({
  confirmedDays: [
    { on: day('2026-04-03'), purpose: 'dosing', intervals: [hours('10:00', '11:00')] },
    { on: day('2026-04-08'), purpose: 'dosing', intervals: [] },
  ],
})

describe('is the place there that day (rule CAL-3)', () => {
  it.each<[string, OpeningHours, OpeningPurpose, string, object]>([
    ['a weekday', harbourPharmacy(), 'dosing', '2026-04-02', { kind: 'open' }],
    [
      'Saturday: the shop is open',
      harbourPharmacy(),
      'open',
      '2026-04-04',
      { kind: 'open', intervals: [hours('10:00', '13:00')] },
    ],
    [
      'Saturday: nobody doses',
      harbourPharmacy(),
      'dosing',
      '2026-04-04',
      { kind: 'closed', because: 'weekly-hours', holiday: null },
    ],
    [
      'Good Friday, nobody asked',
      harbourPharmacy(),
      'dosing',
      '2026-04-03',
      { kind: 'closed', because: 'holiday-not-confirmed', holiday: 'Good Friday' },
    ],
    [
      'Good Friday, the place said open',
      saidSo,
      'dosing',
      '2026-04-03',
      { kind: 'open', intervals: [hours('10:00', '11:00')] },
    ],
    [
      'what it said of dosing says nothing of the shop',
      saidSo,
      'open',
      '2026-04-03',
      { kind: 'closed', because: 'holiday-not-confirmed' },
    ],
    ['a weekday, the place said shut', saidSo, 'dosing', '2026-04-08', { kind: 'closed', because: 'said-closed' }],
    ['first day of a closure', inventory, 'dosing', '2026-05-04', { kind: 'closed', because: 'closure' }],
    ['last day of a closure', inventory, 'dosing', '2026-05-06', { kind: 'closed', because: 'closure' }],
    ['the day after a closure', inventory, 'dosing', '2026-05-07', { kind: 'open' }],
    ['nobody told us', noHours, 'dosing', '2026-04-02', { kind: 'hours-unknown' }],
    ['nobody told us, and it is a holiday', noHours, 'dosing', '2026-04-03', { kind: 'hours-unknown' }],
  ])('%s', (_, place, purpose, on, expected) => {
    expect(openingOn(place, purpose, day(on))).toMatchObject(expected)
    expect(isOpenOn(place, purpose, day(on))).toBe('kind' in expected && expected.kind === 'open')
  })

  it('a closure wins over what the place said before', () => {
    const both = { ...saidSo, closures: [{ from: day('2026-04-03'), to: day('2026-04-03') }] }
    expect(openingOn(both, 'dosing', day('2026-04-03'))).toMatchObject({ kind: 'closed', because: 'closure' })
  })

  it('a week that was entered and is empty is shut, not unknown', () => {
    const shut = harbourPharmacy({ weekly: { open: {}, dosing: {} } })
    expect(openingOn(shut, 'dosing', day('2026-04-02'))).toMatchObject({ kind: 'closed', because: 'weekly-hours' })
  })
})

describe('opening in real time', () => {
  it('reads the clock of the place, in winter and in summer', () => {
    expect(openIntervalsOn(harbourPharmacy(), 'dosing', day('2026-03-27'))).toEqual({
      kind: 'intervals',
      intervals: [{ from: new Date('2026-03-27T09:00:00Z'), to: new Date('2026-03-27T17:00:00Z') }],
    })
    expect(openIntervalsOn(harbourPharmacy(), 'dosing', day('2026-03-30'))).toEqual({
      kind: 'intervals',
      intervals: [{ from: new Date('2026-03-30T08:00:00Z'), to: new Date('2026-03-30T16:00:00Z') }],
    })
  })

  it('orders two intervals of a day and reads 24:00 as the end of the day', () => {
    const late = harbourPharmacy({
      weekly: { open: null, dosing: { '4': [hours('20:00', '24:00'), hours('08:00', '09:00')] } },
    })
    expect(openIntervalsOn(late, 'dosing', day('2026-04-02'))).toMatchObject({
      intervals: [{ from: new Date('2026-04-02T07:00:00Z') }, { to: new Date('2026-04-02T23:00:00Z') }],
    })
  })

  it('is shut when the clock jumps over all of the interval', () => {
    const nightly = harbourPharmacy({
      zone: getZone('Europe/Oslo'),
      weekly: { open: null, dosing: { '7': [hours('02:30', '03:00')] } },
    })
    const found = openIntervalsOn(nightly, 'dosing', day('2026-03-29'))
    expect(found.kind === 'intervals' && found.intervals.map(({ from, to }) => to.getTime() - from.getTime())).toEqual([
      0,
    ])
  })

  it('is no interval when shut, and unknown when nobody told us', () => {
    expect(openIntervalsOn(harbourPharmacy(), 'dosing', day('2026-04-03'))).toEqual({
      kind: 'intervals',
      intervals: [],
    })
    expect(openIntervalsOn(noHours, 'dosing', day('2026-04-02'))).toEqual({ kind: 'hours-unknown' })
  })
})

describe('the last open hour before an instant', () => {
  it.each([
    ['open then', '2026-04-02T10:00:00Z', { at: '2026-04-02T10:00:00.000Z', closesAt: '2026-04-02T16:00:00.000Z' }],
    ['at closing', '2026-04-02T16:00:00Z', { at: '2026-04-02T16:00:00.000Z' }],
    ['that evening', '2026-04-02T20:00:00Z', { at: '2026-04-02T16:00:00.000Z', opensAt: '2026-04-02T08:00:00.000Z' }],
    ['at opening', '2026-04-02T08:00:00Z', { at: '2026-04-01T16:00:00.000Z' }],
    ['a minute after opening', '2026-04-02T08:01:00Z', { at: '2026-04-02T08:01:00.000Z' }],
    ['before opening', '2026-04-02T07:59:00Z', { at: '2026-04-01T16:00:00.000Z' }],
    ['over Easter', '2026-04-07T07:00:00Z', { at: '2026-04-02T16:00:00.000Z' }],
  ])('%s', (_, instant, expected) => {
    const found = lastOpenHourBefore(harbourPharmacy(), 'dosing', new Date(instant))
    expect(JSON.parse(JSON.stringify(found))).toMatchObject({ kind: 'last-open-hour', ...expected })
  })

  it('takes the later closing when intervals overlap', () => {
    const overlapping = harbourPharmacy({
      weekly: { open: null, dosing: { '4': [hours('08:00', '18:00'), hours('10:00', '12:00')] } },
    })
    expect(lastOpenHourBefore(overlapping, 'dosing', new Date('2026-04-02T20:00:00Z'))).toMatchObject({
      at: new Date('2026-04-02T17:00:00Z'),
    })
  })

  it('is unknown when nobody told us, and says when there is none', () => {
    const shut = harbourPharmacy({ weekly: { open: {}, dosing: {} } })
    expect(lastOpenHourBefore(noHours, 'dosing', new Date('2026-04-02T10:00:00Z'))).toEqual({ kind: 'hours-unknown' })
    expect(lastOpenHourBefore(shut, 'dosing', new Date('2026-04-02T10:00:00Z'))).toEqual({
      kind: 'none-within',
      days: 60,
    })
  })

  it('is never after the instant, and the place is open on its day', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const found = lastOpenHourBefore(harbourPharmacy(), 'dosing', instant)
        if (found.kind !== 'last-open-hour') throw new Error('an office week always has one')
        expect(found.at <= instant).toBe(true)
        expect(found.opensAt <= found.at && found.at <= found.closesAt).toBe(true)
      }),
    )
  })
})

describe('the first day that a place is open', () => {
  it('is the Tuesday after Easter, with the reason for every day passed over', () => {
    expect(firstDayOpenOnOrAfter(harbourPharmacy(), 'dosing', day('2026-04-03'))).toEqual({
      kind: 'open-day',
      day: '2026-04-07',
      closed: [
        { day: '2026-04-03', because: 'holiday-not-confirmed', holiday: 'Good Friday' },
        { day: '2026-04-04', because: 'weekly-hours', holiday: null },
        { day: '2026-04-05', because: 'weekly-hours', holiday: null },
        { day: '2026-04-06', because: 'holiday-not-confirmed', holiday: 'Easter Monday' },
      ],
    })
  })

  it.each([
    ['the day itself', harbourPharmacy(), '2026-04-02', { kind: 'open-day', day: '2026-04-02', closed: [] }],
    ['nobody told us', noHours, '2026-04-02', { kind: 'hours-unknown', day: '2026-04-02' }],
    ['never', harbourPharmacy({ weekly: { open: {}, dosing: {} } }), '2026-04-02', { kind: 'none-within', days: 60 }],
  ])('%s', (_, place, on, expected) => {
    expect(firstDayOpenOnOrAfter(place, 'dosing', day(on))).toEqual(expected)
  })
})

describe('how far a search goes', () => {
  const onlyOn = (on: string) =>
    harbourPharmacy({
      weekly: { open: {}, dosing: {} },
      holidays: [],
      confirmedDays: [{ on: day(on), purpose: 'dosing', intervals: [hours('10:00', '11:00')] }],
    })

  it.each([
    ['2026-06-01', { kind: 'open-day', day: '2026-06-01' }],
    ['2026-06-02', { kind: 'none-within', days: 60 }],
  ])('60 days ahead of 2 April: %s', (on, expected) => {
    expect(firstDayOpenOnOrAfter(onlyOn(on), 'dosing', day('2026-04-02'))).toMatchObject(expected)
  })

  it.each([
    ['2026-02-01', { kind: 'last-open-hour', at: new Date('2026-02-01T11:00:00Z') }],
    ['2026-01-31', { kind: 'none-within', days: 60 }],
  ])('60 days before 2 April: %s', (on, expected) => {
    expect(lastOpenHourBefore(onlyOn(on), 'dosing', new Date('2026-04-02T10:00:00Z'))).toMatchObject(expected)
  })
})

describe('a timetable as it is typed', () => {
  it.each([
    ['09:00', '17:00', true],
    ['00:00', '24:00', true],
    ['17:00', '09:00', false],
    ['09:00', '09:00', false],
    ['24:00', '24:00', false],
    ['9:00', '17:00', false],
  ])('%s to %s: %s', (from, to, isInterval) => {
    expect(ClockInterval.safeParse({ from, to }).success).toBe(isInterval)
  })

  it('parses a week to itself and refuses an eighth day', () => {
    expect(WeeklyHours.parse(OFFICE_WEEK)).toEqual(OFFICE_WEEK)
    expect(WeeklyHours.safeParse({ '8': [] }).success).toBe(false)
  })
})
