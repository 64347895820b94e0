import { describe, expect, it } from 'vitest'
import { day, depot, history } from '../../testing/medication-histories.ts'
import { EASTER_2026, harbourPharmacy } from '../../testing/places.ts'
import { type BookedTime, nextInjection } from './next-injection.ts'

// Injected on Monday 9 March 2026: due on Easter Monday, 6 April; window 30 March to 13 April. Released on 1 April.
const MONTHLY = { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' } as const
const RELEASED = { releaseDate: day('2026-04-01') }
const onMonthly = history([depot('2026-03-09')], { treatment: MONTHLY, custody: RELEASED })
const weekdays = harbourPharmacy({ holidays: EASTER_2026 })
const unknown = harbourPharmacy({ weekly: { open: null, dosing: null } })
const at = (on: string, place: BookedTime['place'] = weekdays): BookedTime => ({ on: day(on), place })
const TODAY = day('2026-03-26')

describe('is the next injection booked (rule DOSE-31)', () => {
  it.each<[string, BookedTime[], string]>([
    ['nothing is booked', [], 'not-booked'],
    ['on an open day in the window', [at('2026-04-07')], 'booked'],
    ['before the label allows', [at('2026-03-27')], 'not-booked'],
    ['on its due day, which is a holiday', [at('2026-04-06')], 'not-booked'],
    ['on a Saturday without dosing', [at('2026-04-04')], 'not-booked'],
    ['on the last day of the window', [at('2026-04-13')], 'booked'],
    ['after the window', [at('2026-04-14')], 'not-booked'],
    ['where nobody told hours', [at('2026-04-07', unknown)], 'not-booked'],
    ['one of two counts', [at('2026-03-27'), at('2026-04-02')], 'booked'],
    ['inside, before the release', [at('2026-03-31', 'inside')], 'booked'],
    ['inside, on the day of the release', [at('2026-04-01', 'inside')], 'booked'],
    ['inside, after the release', [at('2026-04-02', 'inside')], 'not-booked'],
    ['inside, before the label allows', [at('2026-03-27', 'inside')], 'not-booked'],
  ])('%s', (_, booked, says) => {
    expect(nextInjection(onMonthly, TODAY, booked)).toBe(says)
  })

  it('a booked day that has passed without an injection books nothing', () => {
    expect(nextInjection(onMonthly, day('2026-04-08'), [at('2026-04-07')])).toBe('not-booked')
    expect(nextInjection(onMonthly, day('2026-04-07'), [at('2026-04-07')])).toBe('booked')
  })

  it('inside without a release date any day of the window counts', () => {
    const noDate = history([depot('2026-03-09')], { treatment: MONTHLY })
    expect(nextInjection(noDate, TODAY, [at('2026-04-10', 'inside')])).toBe('booked')
  })

  it.each([
    ['the day before the window', '2026-03-29', 'not-booked'],
    ['its first day', '2026-03-30', 'booked'],
    ['its last day', '2026-04-13', 'booked'],
    ['the day after it', '2026-04-14', 'not-booked'],
  ])('inside without a release date, on %s', (_which, on, says) => {
    const noDate = history([depot('2026-03-09')], { treatment: MONTHLY })
    expect(nextInjection(noDate, TODAY, [at(on, 'inside')])).toBe(says)
  })

  it('nobody who is treated with nothing has one to book', () => {
    expect(nextInjection({ ...onMonthly, treatments: [] }, TODAY, [])).toBe('not-on-depot')
  })

  it('once out, no time inside counts', () => {
    const out = history([depot('2026-03-09')], { treatment: MONTHLY, custody: { outOn: TODAY } })
    expect(nextInjection(out, TODAY, [at('2026-04-07', 'inside')])).toBe('not-booked')
  })

  it('a product whose window nobody told us: any day on which the place doses', () => {
    const other = history([depot('2026-03-09')], {
      treatment: { medicine: 'other', rhythm: 'depot' },
      custody: RELEASED,
    })
    expect(nextInjection(other, TODAY, [])).toBe('not-booked')
    expect(nextInjection(other, TODAY, [at('2026-03-27')])).toBe('booked')
    expect(nextInjection(other, TODAY, [at('2026-04-06')])).toBe('not-booked')
    expect(nextInjection(other, TODAY, [at('2026-03-30', 'inside')])).toBe('booked')
  })

  it('is not asked of anybody else', () => {
    expect(nextInjection(history([depot('2026-03-09')]), TODAY, [])).toBe('not-on-depot')
    expect(nextInjection(history([], { treatment: MONTHLY }), TODAY, [])).toBe('not-on-depot')
  })
})
