import { describe, expect, it } from 'vitest'
import { EASTER_2026 } from '../../testing/places.ts'
import { addDays, daysFromTo, getPlainDate } from './plain-date.ts'
import {
  type DaysOff,
  isEveOfDayOff,
  isWorkingDay,
  WEEKEND,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts'

const day = getPlainDate
const england: DaysOff = { weekend: WEEKEND, holidays: EASTER_2026 }
const kuwait: DaysOff = { weekend: [5, 6], holidays: [] }

describe('working days (rule CAL-4)', () => {
  it.each([
    // day, working, next working day, last working day, tomorrow is a day off
    ['2026-04-01', true, '2026-04-01', '2026-04-01', false],
    ['2026-04-02', true, '2026-04-02', '2026-04-02', true],
    ['2026-04-03', false, '2026-04-07', '2026-04-02', true],
    ['2026-04-04', false, '2026-04-07', '2026-04-02', true],
    ['2026-04-06', false, '2026-04-07', '2026-04-02', false],
    ['2026-11-20', true, '2026-11-20', '2026-11-20', true],
  ])('%s', (on, working, next, last, isEve) => {
    expect(isWorkingDay(day(on), england)).toBe(working)
    expect(workingDayOnOrAfter(day(on), england)).toEqual({ kind: 'working-day', day: next })
    expect(workingDayOnOrBefore(day(on), england)).toEqual({ kind: 'working-day', day: last })
    expect(isEveOfDayOff(day(on), england)).toBe(isEve)
  })

  it('rests on the days on which the place rests', () => {
    expect(isWorkingDay(day('2026-11-20'), kuwait)).toBe(false)
    expect(isWorkingDay(day('2026-11-22'), kuwait)).toBe(true)
  })

  it('looks 60 days ahead and no further', () => {
    const closed = (days: number): DaysOff => ({
      weekend: [],
      holidays: daysFromTo(day('2026-04-01'), addDays(day('2026-04-01'), days - 1)).map((on) => ({ on })),
    })
    expect(workingDayOnOrAfter(day('2026-04-01'), closed(60))).toEqual({ kind: 'working-day', day: '2026-05-31' })
    expect(workingDayOnOrAfter(day('2026-04-01'), closed(61))).toEqual({ kind: 'none-within', days: 60 })
  })

  it('says so when nobody ever works', () => {
    const never: DaysOff = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
    expect(workingDayOnOrAfter(day('2026-04-01'), never)).toEqual({ kind: 'none-within', days: 60 })
  })
})
