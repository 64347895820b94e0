import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { type ClockTime, getZone } from '../calendar/zone.ts'
import { LONGEST_SHIFT_DAYS, ShiftInput, shiftDays, shiftSince } from './shift-input.ts'

const LONDON = getZone('Europe/London')
const NOW = new Date('2026-03-30T15:30:00Z')
const at = (day: string, time: string) => ({ day: getPlainDate(day), time: time as ClockTime })

describe('when a shift began', () => {
  it.each([
    ['nobody says: eight hours ago', { day: null, time: null }, '2026-03-30T07:30:00.000Z'],
    ['this morning, on the clock that went forward on Sunday', at('2026-03-30', '07:00'), '2026-03-30T06:00:00.000Z'],
    ['on Saturday, before the clocks changed', at('2026-03-28', '07:00'), '2026-03-28T07:00:00.000Z'],
    ['too long ago: from the first day that counts', at('2026-03-01', '07:00'), '2026-03-27T00:00:00.000Z'],
    ['a time that has not come', at('2026-03-30', '23:00'), '2026-03-30T15:30:00.000Z'],
  ])('%s', (_what, asked, since) => {
    expect(shiftSince(asked, NOW, LONDON).toISOString()).toBe(since)
  })

  it('is never later than now, nor before the days that are offered', () => {
    const [first = getPlainDate('2026-03-30')] = shiftDays(NOW, LONDON).slice(-1)
    expect([first, shiftDays(NOW, LONDON).length]).toEqual(['2026-03-27', LONGEST_SHIFT_DAYS + 1])
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (instant) => {
          const [day = '', time = ''] = instant.toISOString().split('T')
          const since = shiftSince(at(day, time.slice(0, 5)), NOW, LONDON)
          expect(since <= NOW && since >= new Date('2026-03-27T00:00:00Z')).toBe(true)
        },
      ),
    )
  })

  it('is said whole or not at all', () => {
    expect(ShiftInput.safeParse({ day: '2026-03-30', time: null }).success).toBe(false)
    expect(ShiftInput.parse({})).toEqual({ day: null, time: null })
  })
})
