import { describe, expect, it } from 'vitest'
import { day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { coverOn, readCover } from './covered-day.ts'
import type { CustodyFacts, DoseEntry, Treatment } from './medication-history.ts'

const out: Partial<CustodyFacts> = { outOn: day('2026-04-02') }
/** Friday 24 April 2026: everything below lies behind. */
const today = day('2026-04-24')

type Facts = { treatment?: Partial<Treatment>; custody?: Partial<CustodyFacts> }

/** "covered supervised", "uncovered declined": what the table says about one day. */
function coverOf(doses: DoseEntry[], on: string, facts: Facts = {}, asOf = today): string {
  const cover = coverOn(readCover(history(doses, { custody: out, ...facts }), asOf), day(on))
  if (cover.state === 'covered') return `covered ${cover.way}`
  return cover.state === 'not-prescribed' ? cover.state : `${cover.state} ${cover.because}`
}

const mondays: Partial<Treatment> = { rhythm: 'three-a-week', rhythmWeekdays: [1, 3, 5] }
const split: Partial<Treatment> = { rhythm: 'split', dosesPerDay: 2 }
const weekly: Partial<Treatment> = { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' }
const monthly: Partial<Treatment> = { rhythm: 'depot', medicine: 'buprenorphine-monthly-depot' }
const notTaken = takeHome('2026-04-05', '2026-04-05', { outcome: 'not-taken', correctsDoseId: 'issued' })
const issued = takeHome('2026-04-04', '2026-04-06', { id: 'issued' })
const stray = (on: string) => takeHome(on, on, { id: on, outcome: 'not-taken', correctsDoseId: 'issued' })
const [strayBefore, strayAfter] = [stray('2026-04-02'), stray('2026-04-08')]

describe('is this day covered (rule DOSE-2)', () => {
  it.each<[string, DoseEntry[], string, Facts, string]>([
    ['a dose given that day', [dose('2026-04-03')], '2026-04-03', {}, 'covered supervised'],
    ['the day after', [dose('2026-04-03')], '2026-04-04', {}, 'uncovered no-dose-recorded'],
    ['the day before: nothing on record yet', [dose('2026-04-03')], '2026-04-02', {}, 'unknown never-covered'],
    ['nothing ever', [], '2026-04-10', {}, 'unknown never-covered'],

    ['take-home, first day', [issued], '2026-04-04', {}, 'covered take-home'],
    ['take-home, last day', [issued], '2026-04-06', {}, 'covered take-home'],
    ['take-home, the day after', [issued], '2026-04-07', {}, 'uncovered no-dose-recorded'],
    ['take-home, not taken that day', [issued, notTaken], '2026-04-05', {}, 'uncovered not-taken'],
    ['take-home, taken the day after that', [issued, notTaken], '2026-04-06', {}, 'covered take-home'],
    [
      'not taken, and dosed at the counter',
      [issued, notTaken, dose('2026-04-05')],
      '2026-04-05',
      {},
      'covered supervised',
    ],
    [
      "not taken on days never issued: the days between are nobody's",
      [issued, strayAfter],
      '2026-04-07',
      {},
      'uncovered no-dose-recorded',
    ],
    [
      'the same before the issue',
      [dose('2026-04-01'), issued, strayBefore],
      '2026-04-03',
      {},
      'uncovered no-dose-recorded',
    ],
    ['and the issued days stay covered', [issued, strayBefore, strayAfter], '2026-04-05', {}, 'covered take-home'],
    ['supervised is named before take-home', [issued, dose('2026-04-05')], '2026-04-05', {}, 'covered supervised'],

    [
      'alternate days, the day between',
      [dose('2026-04-03')],
      '2026-04-04',
      { treatment: { rhythm: 'alternate-days' } },
      'covered rhythm',
    ],
    [
      'alternate days, the next dose',
      [dose('2026-04-03')],
      '2026-04-05',
      { treatment: { rhythm: 'alternate-days' } },
      'uncovered no-dose-recorded',
    ],
    [
      'alternate days, from take-home',
      [issued],
      '2026-04-07',
      { treatment: { rhythm: 'alternate-days' } },
      'covered rhythm',
    ],
    ['Friday covers Saturday', [dose('2026-04-03')], '2026-04-04', { treatment: mondays }, 'covered rhythm'],
    ['Friday covers Sunday', [dose('2026-04-03')], '2026-04-05', { treatment: mondays }, 'covered rhythm'],
    ['Monday needs its own', [dose('2026-04-03')], '2026-04-06', { treatment: mondays }, 'uncovered no-dose-recorded'],
    ['Monday covers Tuesday', [dose('2026-04-06')], '2026-04-07', { treatment: mondays }, 'covered rhythm'],
    [
      'Monday does not cover Wednesday',
      [dose('2026-04-06')],
      '2026-04-08',
      { treatment: mondays },
      'uncovered no-dose-recorded',
    ],
    [
      'on Saturday, off rhythm: until Monday',
      [dose('2026-04-04')],
      '2026-04-05',
      { treatment: mondays },
      'covered rhythm',
    ],
    [
      'days of the rhythm not recorded: nothing guessed',
      [dose('2026-04-03')],
      '2026-04-04',
      { treatment: { ...mondays, rhythmWeekdays: [] } },
      'uncovered no-dose-recorded',
    ],

    ['split, one of two', [dose('2026-04-03')], '2026-04-03', { treatment: split }, 'uncovered part-of-split'],
    [
      'split, both in one entry',
      [dose('2026-04-03', { parts: 2 })],
      '2026-04-03',
      { treatment: split },
      'covered supervised',
    ],
    [
      'split, morning here and evening at home',
      [dose('2026-04-03'), takeHome('2026-04-03', '2026-04-03')],
      '2026-04-03',
      { treatment: split },
      'covered supervised',
    ],
    [
      'split, all at home',
      [takeHome('2026-04-03', '2026-04-05', { parts: 2 })],
      '2026-04-05',
      { treatment: split },
      'covered take-home',
    ],
    [
      'split, evening not taken',
      [
        dose('2026-04-03'),
        takeHome('2026-04-03', '2026-04-03', { id: 'issued' }),
        { ...notTaken, forDay: day('2026-04-03'), toDay: day('2026-04-03') },
      ],
      '2026-04-03',
      { treatment: split },
      'uncovered not-taken',
    ],

    ['weekly depot, its day', [depot('2026-04-03')], '2026-04-03', { treatment: weekly }, 'covered depot'],
    ['weekly depot, end of the window', [depot('2026-04-03')], '2026-04-12', { treatment: weekly }, 'covered depot'],
    [
      'weekly depot, past it',
      [depot('2026-04-03')],
      '2026-04-13',
      { treatment: weekly },
      'uncovered depot-window-over',
    ],
    ['monthly depot given inside', [depot('2026-03-10')], '2026-04-14', { treatment: monthly }, 'covered depot'],
    [
      'monthly depot, past the window',
      [depot('2026-03-10')],
      '2026-04-15',
      { treatment: monthly },
      'uncovered depot-window-over',
    ],
    [
      'depot declined',
      [depot('2026-04-03', { outcome: 'declined' })],
      '2026-04-03',
      { treatment: weekly },
      'uncovered declined',
    ],
    ['depot never given', [], '2026-04-03', { treatment: weekly }, 'unknown never-covered'],
    [
      'depot prescribed after doses by mouth',
      [dose('2026-04-03')],
      '2026-04-04',
      { treatment: weekly },
      'uncovered no-dose-recorded',
    ],
    [
      'depot of a product without data',
      [depot('2026-04-03')],
      '2026-04-04',
      { treatment: { rhythm: 'depot', medicine: 'other' } },
      'unknown depot-window-not-known',
    ],

    ['part of a dose', [dose('2026-04-03', { outcome: 'part-dose' })], '2026-04-03', {}, 'uncovered part-dose'],
    ['outcome not known', [dose('2026-04-03', { outcome: 'unknown' })], '2026-04-03', {}, 'unknown outcome-unknown'],
    [
      'declined, then given',
      [dose('2026-04-03', { outcome: 'declined' }), dose('2026-04-03')],
      '2026-04-03',
      {},
      'covered supervised',
    ],
    [
      'unknown beside declined',
      [dose('2026-04-03', { outcome: 'unknown' }), dose('2026-04-03', { outcome: 'declined' })],
      '2026-04-03',
      {},
      'uncovered declined',
    ],

    [
      'before custody, on treatment then',
      [dose('2026-04-03')],
      '2026-01-04',
      { treatment: { startedOn: day('2025-01-01') } },
      'unknown before-admission',
    ],
    [
      'before custody, nobody knows since when',
      [dose('2026-04-03')],
      '2026-01-04',
      { treatment: { startedOn: null } },
      'unknown before-admission',
    ],
    [
      'before custody, on treatment since that day',
      [dose('2026-04-03')],
      '2026-01-04',
      { treatment: { startedOn: day('2026-01-04') } },
      'unknown before-admission',
    ],
    [
      'the first day of custody is inside',
      [],
      '2026-01-05',
      { treatment: { startedOn: day('2025-01-01') } },
      'unknown regime-not-confirmed',
    ],
    ['the day before release is inside', [dose('2026-03-01')], '2026-04-01', {}, 'unknown regime-not-confirmed'],
    ['the day of release is not', [dose('2026-03-01')], '2026-04-02', {}, 'uncovered no-dose-recorded'],
    ['before custody, treatment began inside', [dose('2026-04-03')], '2026-01-04', {}, 'not-prescribed'],
    [
      'treatment ended',
      [dose('2026-04-03')],
      '2026-04-10',
      { treatment: { endedOn: day('2026-04-05') } },
      'not-prescribed',
    ],
    ['treatment to come', [], '2026-04-10', { treatment: { startedOn: day('2026-04-20') } }, 'not-prescribed'],
    [
      'a dose of a treatment that is not here',
      [dose('2026-04-03', { treatmentId: 'gone' })],
      '2026-04-03',
      {},
      'covered supervised',
    ],
    [
      'its depot covers its own day alone',
      [depot('2026-04-03', { treatmentId: 'gone' })],
      '2026-04-04',
      {},
      'uncovered no-dose-recorded',
    ],
    [
      'an issue that ends before it begins covers nothing',
      [takeHome('2026-04-06', '2026-04-03')],
      '2026-04-06',
      {},
      'unknown never-covered',
    ],
  ])('%s', (_, doses, on, facts, expected) => {
    expect(coverOf(doses, on, facts)).toBe(expected)
  })
})
