import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { admissionFault, birthFault, lastDoseFault, releaseDateFault } from './custody-days.ts'

describe('days that nobody can have lived through', () => {
  it.each([
    ['born before anybody alive', birthFault(day('1900-03-26'), day('2026-03-26')), 'too-long-ago'],
    ['born tomorrow', birthFault(day('2026-03-27'), day('2026-03-26')), 'in-future'],
    ['nobody knows when, taken in long ago', admissionFault(day('1930-01-01'), null, day('2026-03-26')), null],
    ['nobody knows when, a dose long ago', lastDoseFault(day('1930-01-01'), null, day('2026-03-26')), null],
    ['taken in on the day of birth', admissionFault(day('1985-03-12'), day('1985-03-12'), day('2026-03-26')), null],
    ['a dose on the day of birth', lastDoseFault(day('1985-03-12'), day('1985-03-12'), day('2026-03-26')), null],
    [
      'a dose before birth',
      lastDoseFault(day('1985-03-11'), day('1985-03-12'), day('2026-03-26')),
      'before-date-of-birth',
    ],
    ['a dose tomorrow', lastDoseFault(day('2026-03-27'), null, day('2026-03-26')), 'in-future'],
  ])('%s', (_what, fault, expected) => expect(fault).toBe(expected))

  it('in a leap year as in any other', () => {
    const release = (date: string, today: string) =>
      releaseDateFault({ date: day(date), certainty: 'confirmed' }, day('2026-01-01'), day(today))
    // A hundred years on there is a 29 February in 2128 and none in 2100.
    expect(release('2128-02-29', '2028-02-29')).toBeNull()
    expect(release('2128-03-01', '2028-02-29')).toBe('too-far')
    expect(release('2128-03-01', '2028-03-01')).toBeNull()
    expect(release('2128-03-02', '2028-03-01')).toBe('too-far')
  })
})
