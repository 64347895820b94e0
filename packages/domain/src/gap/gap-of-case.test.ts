import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { easter, everyDay, released, unknownHours } from '../../testing/medication-easter.ts'
import { type custody, day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { addDays } from '../calendar/plain-date.ts'
import { coverDays } from '../medication/cover-days.ts'
import { DEPOT_RULE_SET } from '../medication/medicine-table.ts'
import type { CoverInput } from '../medication/planned-cover.ts'
import { firstGapOf, isGap } from '../medication/strip-state.ts'
import { GAP_CAUSE_TABLE, GAP_CAUSES } from './gap-causes.ts'
import { gapOfCase } from './gap-of-case.ts'

const HARBOUR = '01930000-0000-7000-8000-00000000000b'
const THURSDAY_BEFORE = new Date('2026-03-26T09:00:00Z')
const at = (overrides: Parameters<typeof easter>[0] = {}): CoverInput => ({
  ...easter({ dosingServiceId: HARBOUR, now: THURSDAY_BEFORE, ...overrides }),
})
const remand = (facts: Parameters<typeof custody>[0] = {}) =>
  history([], {
    treatment: { regimeConfirmedOn: day('2026-03-26') },
    custody: { legalStatus: 'remand', certainty: 'could-be-any-day', ...facts },
  })

function shutFromGoodFriday() {
  return { ...everyDay.hours, closures: [{ from: day('2026-04-03'), to: day('2026-05-31') }] }
}

describe('who stands on the gap board, and why (rules DOSE-40, DOSE-41)', () => {
  it('says a week ahead that everything is shut from Good Friday to Easter Monday', () => {
    expect(gapOfCase(at())).toEqual({
      part: 'next-days',
      gap: {
        from: '2026-04-03',
        to: '2026-04-06',
        days: 4,
        cause: 'holiday-not-confirmed',
        causeServiceId: HARBOUR,
        causeDay: '2026-04-03',
        causeHoliday: 'Good Friday',
        causeReason: null,
        causes: [
          { cause: 'holiday-not-confirmed', day: '2026-04-03', days: 1, holiday: 'Good Friday', reason: null },
          { cause: 'weekly-hours', day: '2026-04-04', days: 2, holiday: null, reason: null },
          { cause: 'holiday-not-confirmed', day: '2026-04-06', days: 1, holiday: 'Easter Monday', reason: null },
        ],
      },
      rests: { from: '2026-04-07', to: '2026-04-08', days: 2, unsaid: 'both' },
      staleAt: new Date('2026-03-26T17:00:00Z'),
    })
  })

  it.each([
    ['a place that doses every day', at({ place: everyDay, firstAppointment: day('2026-04-03') }), null],
    ['a supply planned for the gate', at({ plannedSupply: { from: day('2026-04-03'), to: day('2026-04-06') } }), null],
    ['a release beyond the 14 days', at({ now: new Date('2026-03-19T09:00:00Z') }), null],
    ['the last of the 14 days', at({ now: new Date('2026-03-21T09:00:00Z') }), 'holiday-not-confirmed'],
    ['the day before that', at({ now: new Date('2026-03-20T09:00:00Z') }), null],
    ['no place chosen', at({ dosingServiceId: null, place: { ...everyDay, hours: null } }), 'no-dosing-point'],
    ['nothing booked', at({ place: everyDay, firstAppointment: null }), 'no-appointment'],
    ['booked too late', at({ place: everyDay }), 'before-first-appointment'],
    ['hours that nobody told us', at({ place: unknownHours, firstAppointment: day('2026-04-03') }), 'hours-unknown'],
    ['no treatment', at({ history: { ...history([]), treatments: [] } }), null],
  ] as const)('%s', (_, input, cause) => {
    expect(gapOfCase(input).gap?.cause ?? null).toBe(cause)
  })

  it('tells why a place is closed where it was recorded, and every cause once, the one that counts first', () => {
    const { place } = at()
    if (!place.hours) throw new Error('this place tells its hours')
    const closures = [{ from: day('2026-04-03'), to: day('2026-04-04'), reason: 'staff training' }]
    const found = gapOfCase(at({ place: { ...place, hours: { ...place.hours, closures } } })).gap
    expect(found).toMatchObject({ cause: 'closure', causeDay: '2026-04-03', causeReason: 'staff training' })
    expect(found?.causes.map(({ cause, day: on, days, reason }) => `${cause} ${on} ${days} ${reason}`)).toEqual([
      // On Good Friday, and on a day that is no holiday: closed for the same, on different days of the calendar.
      'closure 2026-04-03 1 staff training',
      'closure 2026-04-04 1 staff training',
      'weekly-hours 2026-04-05 1 null',
      'holiday-not-confirmed 2026-04-06 1 null',
    ])
  })

  it('lists causes of another gap within the 14 days as well, and none of a day that has passed', () => {
    const input = at({
      history: released([dose('2026-04-02'), takeHome('2026-04-04', '2026-04-12')]),
      firstAppointment: null,
      now: new Date('2026-04-03T12:00:00Z'),
    })
    const found = gapOfCase(input).gap
    expect(found).toMatchObject({ from: '2026-04-03', to: '2026-04-03', cause: 'holiday-not-confirmed' })
    expect(found?.causes.map(({ cause, day: on }) => `${cause} ${on}`)).toEqual([
      'holiday-not-confirmed 2026-04-03',
      'no-appointment 2026-04-13',
    ])
    expect(found?.causes.every(({ day: on }) => on >= '2026-04-03')).toBe(true)
  })

  it('follows a gap outside back to its first day and names what is still to come', () => {
    const input = at({
      history: released([dose('2026-04-02')]),
      now: new Date('2026-04-05T12:00:00Z'),
    })
    expect(gapOfCase(input).gap).toMatchObject({
      from: '2026-04-03',
      days: 4,
      cause: 'weekly-hours',
      causeDay: '2026-04-05',
    })
  })

  it('does not lose somebody whose gap is over but for the dose of today', () => {
    const input = at({ history: released([dose('2026-04-02')]), now: new Date('2026-04-07T08:30:00Z') })
    expect(gapOfCase(input).gap).toMatchObject({ from: '2026-04-03', to: '2026-04-06', days: 4 })
  })

  it('a take-home supply over Easter closes it, and the next weekend is asked about', () => {
    const doses = [dose('2026-04-02'), takeHome('2026-04-03', '2026-04-06')]
    expect(gapOfCase(at({ history: released(doses), now: new Date('2026-04-02T15:00:00Z') })).gap).toMatchObject({
      from: '2026-04-11',
      days: 2,
    })
  })

  it('a depot whose window ends inside is asked about, though nobody knows the date', () => {
    const input = at({
      history: history([depot('2026-03-20')], {
        treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
      }),
      firstAppointment: null,
    })
    expect(gapOfCase(input).gap).toMatchObject({ from: '2026-03-30', cause: 'depot-window-over' })
  })

  it('inside, with a fresh regime and no date, nobody is on it', () => {
    const input = at({ history: history([], { treatment: { regimeConfirmedOn: day('2026-03-01') } }) })
    expect(gapOfCase(input)).toMatchObject({ part: 'next-days', gap: null })
  })

  it.each([
    ['remand without a date', remand(), 'could-leave-today'],
    ['remand with a confirmed date', remand({ certainty: 'confirmed', releaseDate: day('2026-04-02') }), 'next-days'],
    [
      'a date that passed without a word',
      history([], { custody: { releaseDate: day('2026-03-20') } }),
      'could-leave-today',
    ],
    [
      'a confirmed date that passed',
      history([], { custody: { releaseDate: day('2026-03-20'), certainty: 'confirmed' } }),
      'next-days',
    ],
    ['out', remand({ outOn: day('2026-03-25') }), 'next-days'],
  ] as const)('%s stands under %s', (_, of, part) => {
    expect(gapOfCase(at({ history: of })).part).toBe(part)
  })

  it.each<[string, CoverInput, object]>([
    [
      'a closed door: place and day',
      at(),
      { causeServiceId: HARBOUR, causeDay: '2026-04-03', causeHoliday: 'Good Friday', causeReason: null },
    ],
    [
      'nothing booked: the place alone',
      at({ place: everyDay, firstAppointment: null }),
      { causeServiceId: HARBOUR, causeDay: null, causeHoliday: null, causeReason: null },
    ],
    [
      'a depot whose window is over: the cause alone',
      at({
        history: history([depot('2026-03-20')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
        }),
        firstAppointment: null,
      }),
      { causeServiceId: null, causeDay: null, causeHoliday: null, causeReason: null },
    ],
  ])('says what people share: %s', (_what, input, shared) => {
    expect(gapOfCase(input).gap).toMatchObject(shared)
  })

  it.each([
    [
      'today, expected',
      history([], { custody: { releaseDate: day('2026-03-26'), certainty: 'expected' } }),
      'next-days',
    ],
    ['yesterday, expected', history([], { custody: { releaseDate: day('2026-03-25') } }), 'could-leave-today'],
    ['no date', history([], { custody: { releaseDate: null } }), 'next-days'],
    ['any day, sentenced', history([], { custody: { certainty: 'could-be-any-day' } }), 'could-leave-today'],
    ['out on remand', remand({ outOn: day('2026-03-26') }), 'next-days'],
  ] as const)('a release %s stands under %s', (_, of, part) => {
    expect(gapOfCase(at({ history: of })).part).toBe(part)
  })

  it('looks at the 14 days after today where somebody could leave today', () => {
    // Closed from Good Friday, 3 April, on: the fourteenth day after 20 March.
    const input = (now: string, of = remand()) =>
      at({
        history: of,
        firstAppointment: day('2026-03-20'),
        place: { ...everyDay, hours: shutFromGoodFriday() },
        now: new Date(now),
      })
    expect(gapOfCase(input('2026-03-20T09:00:00Z')).gap).toMatchObject({
      from: '2026-04-03',
      to: '2026-04-03',
      days: 1,
    })
    expect(gapOfCase(input('2026-03-19T09:00:00Z')).gap).toBeNull()
    // The board of the next days counts today among its fourteen.
    const planned = history([], {
      treatment: { regimeConfirmedOn: day('2026-03-19') },
      custody: { releaseDate: day('2026-03-22'), certainty: 'confirmed' },
    })
    expect(gapOfCase(input('2026-03-20T09:00:00Z', planned)).gap).toBeNull()
    expect(gapOfCase(input('2026-03-21T09:00:00Z', planned)).gap).not.toBeNull()
  })

  it('reads somebody who could leave today as leaving today', () => {
    const input = at({ history: remand(), now: new Date('2026-04-02T09:00:00Z') })
    expect(gapOfCase(input).gap).toMatchObject({ from: '2026-04-03', days: 4, causeHoliday: 'Good Friday' })
  })

  it('holds until the last dosing hour, and after it until midnight, over the change of the clock too', () => {
    const staleAt = (now: string) => gapOfCase(at({ now: new Date(now) })).staleAt.toISOString()
    expect(staleAt('2026-03-26T17:00:00Z')).toBe('2026-03-27T00:00:00.000Z')
    expect(staleAt('2026-03-28T12:00:00Z')).toBe('2026-03-29T00:00:00.000Z')
    expect(staleAt('2026-03-29T12:00:00Z')).toBe('2026-03-29T23:00:00.000Z')
  })
})

describe('the board and the strip', () => {
  it('agree: the gap on the board is the first gap of the same days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.boolean(),
        (ahead, booked, isOut) => {
          const releaseDate = addDays(day('2026-03-26'), ahead)
          const input = at({
            history: isOut
              ? released([dose('2026-04-02')])
              : history([], {
                  treatment: { regimeConfirmedOn: day('2026-03-20') },
                  custody: { releaseDate, certainty: 'confirmed' },
                }),
            now: isOut ? new Date(`${addDays(day('2026-04-02'), ahead)}T12:00:00Z`) : THURSDAY_BEFORE,
            firstAppointment: addDays(releaseDate, booked),
          })
          const { gap } = gapOfCase(input)
          const today = day(input.now.toISOString().slice(0, 10))
          const days = coverDays(input, addDays(today, isOut ? -13 : 0), addDays(today, 13), DEPOT_RULE_SET)
          const outside = days.filter((each) => !isOut || each.day >= '2026-04-02')
          expect(gap?.days ?? 0).toBe(firstGapOf(outside, today).length)
          if (outside.some((each) => each.day >= today && isGap(each))) expect(gap).not.toBeNull()
        },
      ),
    )
  })

  it('every cause has a first step and says what people share', () => {
    for (const cause of GAP_CAUSES) expect(GAP_CAUSE_TABLE[cause].step).toMatch(/^[a-z-]+$/)
  })
})
