import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate, weekday } from '../calendar/plain-date.ts'
import { mondayOf, WEEKS_BACK, weeksToAsk } from './what-became-input.ts'

describe('the weeks of the Monday line', () => {
  it.each([
    ['2026-03-23', '2026-03-23'],
    ['2026-03-29', '2026-03-23'],
    ['2026-03-30', '2026-03-30'],
    ['2027-01-01', '2026-12-28'],
    ['2028-02-29', '2028-02-28'],
  ])('%s is in the week of %s', (day, monday) => {
    expect(mondayOf(getPlainDate(day))).toBe(monday)
  })

  it('are last week first, then this one, then those before, on every day of the week', () => {
    for (let day = getPlainDate('2026-03-30'); day < '2026-04-06'; day = addDays(day, 1)) {
      const weeks = weeksToAsk(day)
      expect(weeks.slice(0, 3)).toEqual(['2026-03-23', '2026-03-30', '2026-03-16'])
      expect(weeks).toHaveLength(WEEKS_BACK + 1)
      expect(new Set(weeks).size).toBe(WEEKS_BACK + 1)
      expect(weeks.every((monday) => weekday(monday) === 1)).toBe(true)
    }
  })
})
