import { describe, expect, it } from 'vitest'
import { ClockInterval, type OpeningHours } from '../calendar/opening-hours.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { digestWindow } from './digest-window.ts'

const WEEK = [1, 2, 3, 4, 5].map((weekday) => [
  `${weekday}`,
  [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
])

function hours(zone: string, changes: Partial<OpeningHours> = {}): OpeningHours {
  return {
    zone: getZone(zone),
    weekly: { open: Object.fromEntries(WEEK), dosing: null },
    closures: [{ from: getPlainDate('2026-03-25'), to: getPlainDate('2026-03-25') }],
    holidays: [{ on: getPlainDate('2026-04-03'), name: 'Good Friday' }],
    confirmedDays: [
      { on: getPlainDate('2026-03-24'), purpose: 'open', intervals: [] },
      {
        on: getPlainDate('2026-03-28'),
        purpose: 'open',
        intervals: [ClockInterval.parse({ from: '10:00', to: '11:00' })],
      },
    ],
    ...changes,
  }
}
const unknown = { weekly: { open: null, dosing: null } }

describe('when the digest of a day may leave', () => {
  it.each([
    // day,          zone,              from,                until
    ['2026-03-26', 'Europe/London', '2026-03-26T09:00Z', '2026-03-26T17:00Z'],
    ['2026-03-26', 'Europe/Oslo', '2026-03-26T08:00Z', '2026-03-26T16:00Z'],
    ['2026-03-30', 'Europe/London', '2026-03-30T08:00Z', '2026-03-30T16:00Z'],
    ['2026-03-28', 'Europe/London', '2026-03-28T10:00Z', '2026-03-28T11:00Z'],
    ['2026-03-26', 'Pacific/Auckland', '2026-03-25T20:00Z', '2026-03-26T04:00Z'],
  ])('%s in %s: from %s until %s', (day, zone, from, until) => {
    expect(digestWindow(hours(zone), getPlainDate(day))).toEqual({ from: new Date(from), until: new Date(until) })
  })

  it.each([
    ['2026-03-29', 'a Sunday'],
    ['2026-03-25', 'a closure'],
    ['2026-03-24', 'they said that they are shut'],
  ])('none on %s: %s', (day) => {
    expect(digestWindow(hours('Europe/London'), getPlainDate(day))).toBeNull()
  })

  it.each([
    ['hours that nobody told us', '2026-03-26', unknown, 'T08:00Z', 'T16:00Z'],
    ['a holiday of which they said nothing', '2026-04-03', {}, 'T07:00Z', 'T15:00Z'],
  ])('08:00 to 16:00 there for %s', (_what, day, changes, from, until) => {
    expect(digestWindow(hours('Europe/London', changes), getPlainDate(day))).toEqual({
      from: new Date(day + from),
      until: new Date(day + until),
    })
  })

  it('is shut where a closure stands, even with hours that nobody told us', () => {
    expect(digestWindow(hours('Europe/London', unknown), getPlainDate('2026-03-25'))).toBeNull()
  })
})
