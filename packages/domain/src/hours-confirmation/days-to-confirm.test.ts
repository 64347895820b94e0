import { describe, expect, it } from 'vitest'
import { harbourPharmacy, hours } from '../../testing/places.ts'
import type { OpeningHours } from '../calendar/opening-hours.ts'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { daysToConfirm } from './days-to-confirm.ts'

const FRIDAY = { day: '2026-04-03', holiday: 'Good Friday', because: 'holiday-not-confirmed' }
const MONDAY = { day: '2026-04-06', holiday: 'Easter Monday', because: 'holiday-not-confirmed' }
const said = (on: string, ...intervals: OpeningHours['confirmedDays'][number]['intervals']) => ({
  on: day(on),
  purpose: 'dosing' as const,
  intervals,
})

describe('which holidays a place is asked about (rule CAL-5)', () => {
  it.each<[string, Partial<OpeningHours>, string, object[]]>([
    ['eleven days before: not yet', {}, '2026-03-23', []],
    ['ten days before', {}, '2026-03-24', [FRIDAY]],
    ['both, earliest first', {}, '2026-03-27', [FRIDAY, MONDAY]],
    ['on the day itself', {}, '2026-04-03', [FRIDAY, MONDAY]],
    ['the day after', {}, '2026-04-04', [MONDAY]],
    [
      'it said that it is open',
      { confirmedDays: [said('2026-04-03', hours('10:00', '12:00'))] },
      '2026-03-30',
      [MONDAY],
    ],
    ['it said that it is shut', { confirmedDays: [said('2026-04-03')] }, '2026-03-30', [MONDAY]],
    [
      'it spoke of its shop hours only',
      { confirmedDays: [{ ...said('2026-04-03'), purpose: 'open' }] },
      '2026-03-30',
      [FRIDAY, MONDAY],
    ],
    [
      'it is closed for the week',
      { closures: [{ from: day('2026-04-01'), to: day('2026-04-05') }] },
      '2026-03-30',
      [MONDAY],
    ],
    ['its ordinary week is shut then', { weekly: { open: null, dosing: { '2': [] } } }, '2026-03-30', []],
    [
      'nobody knows its ordinary week',
      { weekly: { open: null, dosing: null } },
      '2026-03-30',
      [
        { ...FRIDAY, because: 'hours-unknown' },
        { ...MONDAY, because: 'hours-unknown' },
      ],
    ],
    ['no holiday there', { holidays: [] }, '2026-03-30', []],
    [
      'told in another order, earliest first all the same',
      { holidays: harbourPharmacy({}).holidays.toReversed() },
      '2026-03-30',
      [FRIDAY, MONDAY],
    ],
    [
      'shut for good that day: it is closed, and not for want of an answer',
      { closures: [{ from: day('2026-04-03'), to: day('2026-04-06') }] },
      '2026-03-30',
      [],
    ],
  ])('%s', (_what, told, today, expected) => {
    expect(daysToConfirm(harbourPharmacy(told), day(today))).toEqual(expected)
  })
})
