import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../calendar/plain-date.ts'
import { reportMonth } from './report-month.ts'

const HOLIDAYS = ['2026-01-01', '2026-05-01', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-06']

describe('the report of a month is due', () => {
  it.each<[string, string, string | null]>([
    ['on the first of the month where people work on it', '2026-07-01', '2026-06'],
    ['not on a holiday', '2026-01-01', null],
    ['on the day after it', '2026-01-02', '2025-12'],
    ['not on a weekend', '2026-08-01', null],
    ['not on its Sunday', '2026-08-02', null],
    ['on its Monday', '2026-08-03', '2026-07'],
    ['not before a long weekend is over', '2026-05-03', null],
    ['after it', '2026-05-04', '2026-04'],
    ['after Easter where the month begins with it', '2026-04-07', '2026-03'],
    ['on every later day, for what was not made on the first', '2026-08-31', '2026-07'],
  ])('%s: %s', (_, today, month) => {
    expect(reportMonth(today as PlainDate, (day) => HOLIDAYS.includes(day))).toBe(month)
  })
})
