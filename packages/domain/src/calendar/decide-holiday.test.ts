import { describe, expect, it } from 'vitest'
import { decideHoliday } from './decide-holiday.ts'
import { getPlainDate as day } from './plain-date.ts'

const TODAY = day('2026-03-26')

describe('who-says-what about a public holiday (rule CAL-6)', () => {
  it.each<[string, string, string | null, string | null, string]>([
    ['a day becomes one', '2026-06-15', null, 'Coronation', 'taken'],
    ['one is none', '2026-05-04', 'Early May', null, 'taken'],
    ['one is called otherwise', '2026-05-04', 'Early May', 'VE Day', 'taken'],
    ['today', '2026-03-26', null, 'Mourning', 'taken'],
    ['yesterday', '2026-03-25', null, 'Mourning', 'calendar.day-is-over'],
    ['yesterday, taken away', '2026-03-25', 'Mourning', null, 'calendar.day-is-over'],
    ['it is none already', '2026-06-15', null, null, 'calendar.is-so-already'],
    ['it is called so already', '2026-05-04', 'Early May', 'Early May', 'calendar.is-so-already'],
  ])('%s', (_, on, named, name, told) => {
    const decision = decideHoliday(day(on), named, name, TODAY)
    expect(decision.ok ? 'taken' : decision.refusal).toBe(told)
  })
})
