import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../calendar/plain-date.ts'
import { askingDays, openAsking } from './asking-days.ts'

const OUT = '2026-03-26' as PlainDate

describe('when the person is asked', () => {
  it.each([
    ['2026-03-26', null],
    ['2026-03-27', null],
    ['2026-03-28', 2],
    ['2026-04-01', 2],
    ['2026-04-02', 7],
    ['2026-04-15', 7],
    ['2026-04-16', 21],
    ['2026-04-25', 21],
    ['2026-04-26', null],
  ])('on %s: day %s', (today, day) => {
    expect(openAsking(OUT, today as PlainDate)?.day ?? null).toBe(day)
  })

  it('says of each asking whether it is to come, open or over', () => {
    expect(askingDays(OUT, '2026-04-02' as PlainDate).map(({ state }) => state)).toEqual(['over', 'open', 'not-yet'])
  })
})
