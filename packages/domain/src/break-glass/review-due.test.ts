import { describe, expect, it } from 'vitest'
import type { OpeningHours, WeeklyHours } from '../calendar/opening-hours.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { reviewDueAt } from './review-due.ts'

const NINE_TO_FIVE: WeeklyHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '17:00' }]]),
) as never
const EASTER = [
  { on: getPlainDate('2026-04-03'), name: 'Good Friday' },
  { on: getPlainDate('2026-04-06'), name: 'Easter Monday' },
]

function hours(more: Partial<OpeningHours> = {}): OpeningHours {
  return {
    zone: getZone('Europe/London'),
    weekly: { open: NINE_TO_FIVE, dosing: null },
    closures: [],
    holidays: EASTER,
    confirmedDays: [],
    ...more,
  }
}

describe('A18: a look is reviewed within a working day of the service that looked (ACC-4)', () => {
  it.each<[string, string, OpeningHours, string]>([
    ['on a Tuesday', '2026-03-24T10:00:00Z', hours(), '2026-03-25T17:00:00.000Z'],
    ['after closing: the day that begins next', '2026-03-24T23:30:00Z', hours(), '2026-03-25T17:00:00.000Z'],
    [
      'on a Friday night: Monday, after the clocks changed',
      '2026-03-27T22:00:00Z',
      hours(),
      '2026-03-30T16:00:00.000Z',
    ],
    ['before Easter: Tuesday', '2026-04-02T15:00:00Z', hours(), '2026-04-07T16:00:00.000Z'],
    [
      'while the service is closed',
      '2026-03-24T10:00:00Z',
      hours({ closures: [{ from: getPlainDate('2026-03-25'), to: getPlainDate('2026-03-26') }] }),
      '2026-03-27T17:00:00.000Z',
    ],
    [
      'where nobody told the hours: a weekday that is no holiday, to midnight',
      '2026-04-02T15:00:00Z',
      hours({ weekly: { open: null, dosing: null } }),
      '2026-04-07T23:00:00.000Z',
    ],
    [
      'where the service never opens: the same',
      '2026-03-27T10:00:00Z',
      hours({ weekly: { open: {}, dosing: null } }),
      '2026-03-30T23:00:00.000Z',
    ],
  ])('%s', (_when, lookedAt, of, expected) => {
    expect(reviewDueAt(new Date(lookedAt), of).toISOString()).toBe(expected)
  })
})
