import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import type { Certainty } from '../release/release-codes.ts'
import { admissionFault, birthFault, lastDoseFault, releaseDateFault } from './custody-days.ts'

const TODAY = day('2026-11-22')

describe('the days of a custody episode, at their edges', () => {
  it.each([
    ['tomorrow', '2026-11-23', 'in-future'],
    ['today', '2026-11-22', null],
    ['120 years ago to the day', '1906-11-22', null],
    ['a day before that', '1906-11-21', 'too-long-ago'],
  ])('born %s', (_, born, fault) => {
    expect(birthFault(day(born), TODAY)).toBe(fault)
  })

  it('on a leap day years are counted to the day after 28 February', () => {
    const leapDay = day('2028-02-29')
    expect(birthFault(day('1908-02-29'), leapDay)).toBeNull()
    expect(birthFault(day('1908-02-28'), leapDay)).toBe('too-long-ago')
    expect(releaseDateFault({ date: day('2128-03-01'), certainty: 'confirmed' }, leapDay, leapDay)).toBe('too-far')
    expect(releaseDateFault({ date: day('2128-02-29'), certainty: 'confirmed' }, leapDay, leapDay)).toBeNull()
  })

  it.each([
    ['tomorrow', '2026-11-23', '1990-05-04', 'in-future'],
    ['today', '2026-11-22', '1990-05-04', null],
    ['on the day of birth', '1990-05-04', '1990-05-04', null],
    ['the day before it', '1990-05-03', '1990-05-04', 'before-date-of-birth'],
    ['long ago, and nobody knows the birth', '1950-01-01', null, null],
  ])('admitted, and last dosed, %s', (_, on, born, fault) => {
    const birth = born === null ? null : day(born)
    expect(admissionFault(day(on), birth, TODAY)).toBe(fault)
    expect(lastDoseFault(day(on), birth, TODAY)).toBe(fault)
  })

  it.each<[string, string | null, Certainty, string | null]>([
    ['no date, and confirmed', null, 'confirmed', 'missing'],
    ['no date, and expected', null, 'expected', 'missing'],
    ['no date, and any day', null, 'could-be-any-day', null],
    ['on the day of admission', '2026-01-05', 'confirmed', null],
    ['the day before it', '2026-01-04', 'confirmed', 'before-admitted-on'],
    ['in the past: nobody has said yet', '2026-11-01', 'confirmed', null],
    ['in a hundred years to the day', '2126-11-22', 'expected', null],
    ['a day later', '2126-11-23', 'expected', 'too-far'],
  ])('release: %s', (_, date, certainty, fault) => {
    const release = { date: date === null ? null : day(date), certainty }
    expect(releaseDateFault(release, day('2026-01-05'), TODAY)).toBe(fault)
  })
})
