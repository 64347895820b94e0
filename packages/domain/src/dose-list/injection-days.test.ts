import { describe, expect, it } from 'vitest'
import { day } from '../../testing/medication-histories.ts'
import { EASTER_2026, harbourPharmacy } from '../../testing/places.ts'
import { findDepotDates } from '../medication/depot-status.ts'
import { injectionDays, isInjectionDay } from './injection-days.ts'

// Injected on Monday 9 March 2026: due on Easter Monday, 6 April; window 30 March to 13 April.
const dates = findDepotDates(day('2026-03-09'), 'buprenorphine-monthly-depot')
const harbour = harbourPharmacy({ holidays: EASTER_2026 })
const unknown = harbourPharmacy({ weekly: { open: null, dosing: null } })

describe('a depot due on a bank holiday (rules DEPOT-4, CAL-3)', () => {
  it.each([
    ['a week before', '2026-03-31', harbour, '2026-04-02', '2026-04-07'],
    ['on Good Friday: the day before has passed', '2026-04-03', harbour, null, '2026-04-07'],
    ['on the last day of the window', '2026-04-13', harbour, null, '2026-04-13'],
    [
      'shut on its last two days: none is left',
      '2026-04-12',
      harbourPharmacy({ holidays: EASTER_2026, closures: [{ from: day('2026-04-12'), to: day('2026-04-13') }] }),
      null,
      null,
    ],
    ['when the window is over', '2026-04-14', harbour, null, null],
    ['at a place that told no hours', '2026-03-31', unknown, null, null],
  ])('%s', (_, today, hours, openBefore, openAfter) => {
    if (!dates) throw new Error('no dates')
    expect(injectionDays(dates, hours, day(today))).toMatchObject({ openBefore, openAfter })
  })

  it('says why the due day is shut', () => {
    if (!dates) throw new Error('no dates')
    expect(injectionDays(dates, harbour, day('2026-03-31')).due).toEqual({
      kind: 'closed',
      because: 'holiday-not-confirmed',
      holiday: 'Easter Monday',
    })
  })

  it.each([
    ['2026-03-27', false],
    ['2026-03-30', true],
    ['2026-04-04', false],
    ['2026-04-06', false],
    ['2026-04-07', true],
    ['2026-04-13', true],
    ['2026-04-14', false],
  ])('%s books it: %s', (on, books) => {
    if (!dates) throw new Error('no dates')
    expect(isInjectionDay(dates, harbour, day(on))).toBe(books)
  })
})
