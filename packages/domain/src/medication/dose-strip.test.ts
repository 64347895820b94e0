import { describe, expect, it } from 'vitest'
import { easter, everyDay, london, released, unknownHours } from '../../testing/medication-easter.ts'
import { custody, day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { doseStrip, type StripDay, type StripInput, stripAnchor } from './dose-strip.ts'
import type { CustodyFacts } from './medication-history.ts'
import type { StripState } from './strip-state.ts'

const LETTERS = {
  covered: 'C',
  'due-today': 'd',
  closed: 'x',
  uncovered: 'U',
  unknown: '?',
  'not-prescribed': '-',
} as const satisfies Record<StripState['state'], string>

/** The strip in letters, the day of release between bars. */
function letters(strip: StripDay[]): string {
  const text = strip.map((each) => LETTERS[each.state]).join('')
  return `${text.slice(0, 7)}|${text.slice(7, 8)}|${text.slice(8)}`
}

/** On Good Friday one of two doses. */
const halfOfToday = released([dose('2026-04-02', { parts: 2 }), dose('2026-04-03')], {
  treatment: { rhythm: 'split', dosesPerDay: 2 },
})
const alternate = {
  place: everyDay,
  history: released([dose('2026-04-02')], { treatment: { rhythm: 'alternate-days' } }),
}

describe('the strip of 22 days (rule DOSE-7)', () => {
  it('runs from 7 days before the release to 14 after', () => {
    const strip = doseStrip(easter())
    expect(strip.map((each) => each.fromRelease)).toEqual(Array.from({ length: 22 }, (_, index) => index - 7))
    expect([strip.at(0)?.day, strip.at(7)?.day, strip.at(-1)?.day]).toEqual(['2026-03-26', '2026-04-02', '2026-04-16'])
  })

  it.each<[string, Partial<CustodyFacts>, string]>([
    ['out', { outOn: day('2026-03-20'), releaseDate: day('2026-04-02') }, '2026-03-20'],
    ['a date to come', { releaseDate: day('2026-04-02') }, '2026-04-02'],
    ['no date', {}, '2026-03-26'],
    ['an expected date passed', { releaseDate: day('2026-03-20') }, '2026-03-26'],
    ['a confirmed date passed', { releaseDate: day('2026-03-20'), certainty: 'confirmed' }, '2026-03-20'],
  ])('stands around the release: %s', (_, facts, anchor) => {
    expect(stripAnchor(custody(facts), day('2026-03-26'))).toBe(anchor)
  })

  it.each<[string, StripInput, string]>([
    ['Easter seen three weeks ahead: four days, then weekdays', easter(), 'CCCCCCC|C|xxxxCCCCxxCCCC'],
    ['nothing booked', easter({ firstAppointment: null }), 'CCCCCCC|C|xxxxUUUUxxUUUU'],
    ['no dosing point', easter({ place: { zone: london, hours: null } }), 'CCCCCCC|C|UUUUUUUUUUUUUU'],
    [
      'open every day, appointment on Saturday',
      easter({ place: everyDay, firstAppointment: day('2026-04-04') }),
      'CCCCCCC|C|UCCCCCCCCCCCCC',
    ],
    ['hours unknown: unknown from the appointment on', easter({ place: unknownHours }), 'CCCCCCC|C|UUUU??????????'],
    [
      'alternate days: each weekday there and the day after',
      easter({
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-03-10'), rhythm: 'alternate-days' },
          custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' },
        }),
      }),
      'CCCCCCC|C|xxxxCCCCxxCCCC',
    ],
    [
      'Monday, Wednesday, Friday: the weekend rests',
      easter({
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-03-10'), rhythm: 'three-a-week', rhythmWeekdays: [1, 3, 5] },
          custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' },
        }),
      }),
      'CCCCCCC|C|xxxxCCCCCCCCCC',
    ],
    [
      'nobody confirmed the regime: unknown inside',
      easter({ history: history([], { custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' } }) }),
      '???????|?|xxxxCCCCxxCCCC',
    ],
    [
      'no date: around today, as if the person left today',
      easter({
        history: history([], {
          treatment: { regimeConfirmedOn: day('2026-03-12') },
          custody: { legalStatus: 'remand' },
        }),
        firstAppointment: null,
      }),
      'CCCCCCC|C|UxxUUUUUxxUUUU',
    ],
    [
      'released, dosed that morning, seen on Good Friday',
      easter({ history: released([dose('2026-04-02')]), now: new Date('2026-04-03T09:00:00Z') }),
      '???????|C|xxxxCCCCxxCCCC',
    ],
    [
      'released, no dose recorded on the day',
      easter({ history: released([dose('2026-04-01')]), now: new Date('2026-04-03T09:00:00Z') }),
      '??????C|U|xxxxCCCCxxCCCC',
    ],
    [
      'take-home until Easter Monday closes it',
      easter({
        history: released([dose('2026-04-02'), takeHome('2026-04-03', '2026-04-06')]),
        now: new Date('2026-04-03T09:00:00Z'),
      }),
      '???????|C|CCCCCCCCxxCCCC',
    ],
    [
      'Tuesday morning, not there yet',
      easter({ history: released([dose('2026-04-02')]), now: new Date('2026-04-07T09:00:00Z') }),
      '???????|C|xxxxdCCCxxCCCC',
    ],
    [
      'Tuesday evening, never came',
      easter({ history: released([dose('2026-04-02')]), now: new Date('2026-04-07T17:00:00Z') }),
      '???????|C|xxxxUCCCxxCCCC',
    ],
    [
      'dosed there: no appointment needed any more',
      easter({
        history: released([dose('2026-04-02'), dose('2026-04-07')]),
        firstAppointment: null,
        now: new Date('2026-04-07T17:00:00Z'),
      }),
      '???????|C|xxxxCCCCxxCCCC',
    ],
    [
      'a weekly depot, the next one on the Tuesday',
      easter({
        history: released([depot('2026-03-28')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
        }),
        now: new Date('2026-04-02T09:00:00Z'),
      }),
      '??CCCCC|C|CCCCCCCCCCCCCC',
    ],
    [
      'a weekly depot, nothing booked',
      easter({
        history: released([depot('2026-03-28')], {
          treatment: { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' },
        }),
        firstAppointment: null,
        now: new Date('2026-04-02T09:00:00Z'),
      }),
      '??CCCCC|C|CCCCUUUUxxUUUU',
    ],
    [
      'a confirmed date passed and nobody said',
      easter({
        now: new Date('2026-04-04T09:00:00Z'),
        history: history([dose('2026-04-01')], { custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' } }),
      }),
      '??????C|?|??xxCCCCxxCCCC',
    ],
    [
      'a bag alone does not bring the person there',
      easter({
        place: everyDay,
        history: released([dose('2026-04-02'), takeHome('2026-04-03', '2026-04-04')]),
        firstAppointment: null,
        now: new Date('2026-04-03T09:00:00Z'),
      }),
      '???????|C|CCUUUUUUUUUUUU',
    ],
    [
      'dosed there yesterday, the appointment only next week',
      easter({
        place: everyDay,
        history: released([dose('2026-04-02'), dose('2026-04-03')]),
        firstAppointment: day('2026-04-10'),
        now: new Date('2026-04-03T17:00:00Z'),
      }),
      '???????|C|CCCCCCCCCCCCCC',
    ],
    [
      'the appointment first, dosed there since',
      easter({
        place: everyDay,
        history: released([dose('2026-04-02'), dose('2026-04-07')]),
        firstAppointment: day('2026-04-05'),
        now: new Date('2026-04-07T17:00:00Z'),
      }),
      '???????|C|UUUUCCCCCCCCCC',
    ],
    ['no treatment', easter({ history: { ...history([]), treatments: [] } }), '-------|-|--------------'],
    [
      'never covered, released',
      easter({ history: released([]), now: new Date('2026-04-08T09:00:00Z') }),
      '???????|?|??????CCxxCCCC',
    ],
  ])('%s', (_, input, expected) => {
    expect(letters(doseStrip(input))).toBe(expected)
  })

  it.each<[string, StripInput, string, object]>([
    [
      'Good Friday has its name',
      easter(),
      '2026-04-03',
      { state: 'closed', because: 'holiday-not-confirmed', holiday: 'Good Friday' },
    ],
    ['expected is not taken', easter(), '2026-04-07', { state: 'covered', way: 'expected-there' }],
    [
      'the rest of a rhythm to come',
      easter({
        place: everyDay,
        history: history([], { treatment: { rhythm: 'alternate-days' }, custody: { outOn: day('2026-04-02') } }),
      }),
      '2026-04-08',
      { state: 'covered', way: 'rhythm' },
    ],
    [
      'before the appointment',
      easter({ place: everyDay }),
      '2026-04-06',
      { state: 'uncovered', because: 'before-first-appointment' },
    ],
    [
      'declined before closing is declined, and not due',
      easter({
        place: everyDay,
        history: released([dose('2026-04-02'), dose('2026-04-03', { outcome: 'declined' })]),
        now: new Date('2026-04-03T09:00:00Z'),
      }),
      '2026-04-03',
      { state: 'uncovered', because: 'declined' },
    ],
    [
      'half of a split day, before closing',
      easter({ place: everyDay, history: halfOfToday, now: new Date('2026-04-03T09:00:00Z') }),
      '2026-04-03',
      { state: 'due-today' },
    ],
    [
      'half of a split day, after closing',
      easter({ place: everyDay, history: halfOfToday, now: new Date('2026-04-03T17:00:00Z') }),
      '2026-04-03',
      { state: 'uncovered', because: 'part-of-split' },
    ],
    [
      'half of a split day at a closed door is half',
      easter({ history: halfOfToday, now: new Date('2026-04-03T17:00:00Z') }),
      '2026-04-03',
      { state: 'uncovered', because: 'part-of-split' },
    ],
    [
      'on alternate days, today still open: tomorrow rests',
      easter({ ...alternate, now: new Date('2026-04-07T09:00:00Z') }),
      '2026-04-08',
      { state: 'covered', way: 'rhythm' },
    ],
    [
      'on alternate days, today over: tomorrow is expected',
      easter({ ...alternate, now: new Date('2026-04-07T17:00:00Z') }),
      '2026-04-08',
      { state: 'covered', way: 'expected-there' },
    ],
    [
      'declined at a closed door is declined',
      easter({
        history: released([dose('2026-04-02'), dose('2026-04-03', { outcome: 'declined' })]),
        now: new Date('2026-04-04T09:00:00Z'),
      }),
      '2026-04-03',
      { state: 'uncovered', because: 'declined' },
    ],
  ])('%s', (_, input, on, expected) => {
    expect(doseStrip(input).find((each) => each.day === on)).toMatchObject(expected)
  })
})
