import { describe, expect, it } from 'vitest'
import { day, depot, dose, history, takeHome } from '../../testing/medication-histories.ts'
import { coverOn, lastCoveredDay, readCover } from './covered-day.ts'
import { type CustodyFacts, type DoseEntry, findTreatmentOn, type Treatment } from './medication-history.ts'

const out: Partial<CustodyFacts> = { outOn: day('2026-04-02') }
/** Friday 24 April 2026: what is not a day to come lies behind. */
const today = day('2026-04-24')
const split: Partial<Treatment> = { rhythm: 'split', dosesPerDay: 2 }
const weekly: Partial<Treatment> = { rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' }

type Facts = { treatment?: Partial<Treatment>; custody?: Partial<CustodyFacts> }

/** "covered supervised", "uncovered declined": what the table says about one day. */
function coverOf(doses: DoseEntry[], on: string, facts: Facts = {}, asOf = today): string {
  const cover = coverOn(readCover(history(doses, { custody: out, ...facts }), asOf), day(on))
  if (cover.state === 'covered') return `covered ${cover.way}`
  return cover.state === 'not-prescribed' ? cover.state : `${cover.state} ${cover.because}`
}

describe('inside (rule DOSE-4)', () => {
  const inside = { outOn: null, releaseDate: day('2026-04-30') }
  const confirmed = { treatment: { regimeConfirmedOn: day('2026-03-01') }, custody: inside }
  const stale = {
    treatment: { regimeConfirmedOn: day('2026-04-01') },
    custody: { ...inside, legalStatus: 'remand' as const },
  }

  it.each<[string, DoseEntry[], string, Facts, string]>([
    ['a day behind', [], '2026-03-15', confirmed, 'covered custody-regime'],
    ['before the confirmation', [], '2026-01-10', confirmed, 'covered custody-regime'],
    ['a day to come', [], '2026-04-29', confirmed, 'covered custody-regime'],
    ['the day of release, to come', [], '2026-04-30', confirmed, 'covered custody-regime'],
    ['the day after release', [], '2026-05-01', confirmed, 'uncovered no-dose-recorded'],
    [
      'a recorded day without a dose is red',
      [dose('2026-04-10', { outcome: 'declined' })],
      '2026-04-10',
      confirmed,
      'uncovered declined',
    ],
    ['a recorded dose is named before the regime', [dose('2026-04-10')], '2026-04-10', confirmed, 'covered supervised'],
    [
      'one of two split doses on record',
      [dose('2026-04-10')],
      '2026-04-10',
      { ...confirmed, treatment: { ...confirmed.treatment, ...split } },
      'covered custody-regime',
    ],
    ['stale, while it was fresh', [], '2026-04-02', stale, 'covered custody-regime'],
    ['stale, since', [], '2026-04-03', stale, 'unknown regime-stale'],
    ['nobody confirmed it: unknown, not red', [], '2026-04-10', { custody: inside }, 'unknown regime-not-confirmed'],
    [
      'nobody confirmed it, after a recorded dose',
      [dose('2026-04-09')],
      '2026-04-10',
      { custody: inside },
      'unknown regime-not-confirmed',
    ],
    [
      'a confirmed date passed and nobody said',
      [dose('2026-04-09')],
      '2026-04-21',
      { custody: { outOn: null, releaseDate: day('2026-04-20'), certainty: 'confirmed' } },
      'unknown not-confirmed-out',
    ],
    [
      'the day after tomorrow then',
      [dose('2026-04-09')],
      '2026-04-26',
      { custody: { outOn: null, releaseDate: day('2026-04-20'), certainty: 'confirmed' } },
      'uncovered no-dose-recorded',
    ],
  ])('%s', (_, doses, on, facts, expected) => {
    expect(coverOf(doses, on, facts)).toBe(expected)
  })
})

describe('a switch from one medicine to another', () => {
  const switched = {
    ...history([dose('2026-04-03'), depot('2026-04-04', { treatmentId: 'treatment-2' })], { custody: out }),
    treatments: [
      history([], { treatment: { rhythm: 'alternate-days', endedOn: day('2026-04-03') } }).treatments,
      history([], { treatment: { ...weekly, id: 'treatment-2', startedOn: day('2026-04-04') } }).treatments,
    ].flat(),
  }

  it.each([
    ['2026-04-03', { state: 'covered', way: 'supervised' }],
    ['2026-04-04', { state: 'covered', way: 'rhythm' }],
    ['2026-04-13', { state: 'covered', way: 'depot' }],
    ['2026-04-14', { state: 'uncovered', because: 'depot-window-over' }],
  ])('%s', (on, expected) => {
    expect(coverOn(readCover(switched, today), day(on))).toEqual(expected)
  })
})

describe('two treatments prescribed on one day', () => {
  const earlier = history([], { treatment: { id: 'earlier', startedOn: day('2026-02-01') } }).treatments
  const later = history([], { treatment: { id: 'later', startedOn: day('2026-03-01') } }).treatments
  const whenever = history([], { treatment: { id: 'whenever', startedOn: null } }).treatments

  it.each([
    ['later', [earlier, later]],
    ['later', [later, earlier]],
    ['earlier', [earlier, whenever]],
    ['earlier', [whenever, earlier]],
  ])('the one that began last counts: %s', (id, treatments) => {
    expect(findTreatmentOn({ ...history([]), treatments: treatments.flat() }, day('2026-03-10'))?.id).toBe(id)
  })
})

describe('one treatment stale, another not', () => {
  it('names what is wrong with the one that is prescribed that day', () => {
    const both = {
      ...history([], { custody: { legalStatus: 'remand' } }),
      treatments: [
        history([], { treatment: { id: 'before', endedOn: day('2026-04-10') } }).treatments,
        history([], { treatment: { id: 'now', startedOn: day('2026-04-11'), regimeConfirmedOn: day('2026-04-12') } })
          .treatments,
      ].flat(),
    }
    const reading = readCover(both, today)
    expect(coverOn(reading, day('2026-04-20'))).toEqual({ state: 'unknown', because: 'regime-stale' })
    expect(coverOn(reading, day('2026-04-05'))).toEqual({ state: 'unknown', because: 'regime-not-confirmed' })
  })
})

describe('the last covered day', () => {
  const regime = {
    treatment: { regimeConfirmedOn: day('2026-04-20') },
    custody: { outOn: null, releaseDate: day('2026-04-30') },
  }

  it.each<[string, DoseEntry[], Facts, string | null]>([
    ['none', [], {}, null],
    ['a dose', [dose('2026-04-03')], {}, '2026-04-03'],
    ['doses to come do not count yet', [takeHome('2026-04-23', '2026-04-26')], {}, '2026-04-24'],
    ['only doses to come', [takeHome('2026-04-25', '2026-04-26')], {}, null],
    ['a regime', [], regime, '2026-04-24'],
    [
      'a regime on its first day',
      [],
      { ...regime, treatment: { ...regime.treatment, regimeConfirmedOn: today, startedOn: today } },
      '2026-04-24',
    ],
    ['a regime, declined today', [dose('2026-04-24', { outcome: 'declined' })], regime, '2026-04-23'],
    [
      'a regime, declined and withheld',
      [dose('2026-04-24', { outcome: 'declined' }), dose('2026-04-23', { outcome: 'withheld' })],
      regime,
      '2026-04-22',
    ],
    [
      'a regime contradicted on every day',
      [takeHome('2026-01-05', '2026-04-24', { outcome: 'declined' })],
      regime,
      null,
    ],
  ])('%s', (_, doses, facts, expected) => {
    expect(lastCoveredDay(readCover(history(doses, { custody: out, ...facts }), today), today)).toBe(expected)
  })
})
