import { describe, expect, it } from 'vitest'
import { custody, day, treatment } from '../../testing/medication-histories.ts'
import { custodyRegime, lastDayInside } from './custody-regime.ts'
import { decideRegimeConfirmation } from './decide-regime-confirmation.ts'
import type { CustodyFacts, Treatment } from './medication-history.ts'

const today = day('2026-03-26')

describe('the last day inside', () => {
  it.each<[string, Partial<CustodyFacts>, string]>([
    ['no date', {}, '2026-03-26'],
    ['a date to come', { releaseDate: day('2026-04-02') }, '2026-04-02'],
    ['today', { releaseDate: day('2026-03-26') }, '2026-03-26'],
    ['out today', { releaseDate: day('2026-03-26'), outOn: day('2026-03-26') }, '2026-03-25'],
    ['out last week', { outOn: day('2026-03-19') }, '2026-03-18'],
    ['an expected date passed', { releaseDate: day('2026-03-20') }, '2026-03-26'],
    ['a confirmed date passed', { releaseDate: day('2026-03-20'), certainty: 'confirmed' }, '2026-03-19'],
  ])('%s', (_, facts, expected) => {
    expect(lastDayInside(custody(facts), today)).toBe(expected)
  })
})

describe('a confirmed regime inside (rule DOSE-4)', () => {
  const inSevenDays = { releaseDate: day('2026-04-02') }
  const inThreeDays = { releaseDate: day('2026-03-29') }
  const remand: Partial<CustodyFacts> = { legalStatus: 'remand' }

  it.each<[string, Partial<Treatment>, Partial<CustodyFacts>, object]>([
    ['nobody confirmed it', {}, {}, { kind: 'not-confirmed' }],
    ['confirmed ahead of time', { regimeConfirmedOn: day('2026-03-27') }, {}, { kind: 'not-confirmed' }],
    ['a depot has its window', { regimeConfirmedOn: today, rhythm: 'depot' }, {}, { kind: 'not-confirmed' }],
    [
      'no date in sight: up to today',
      { regimeConfirmedOn: day('2026-02-01') },
      {},
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-26' } },
    ],
    [
      'a date to come: up to its day',
      { regimeConfirmedOn: day('2026-02-01') },
      inSevenDays,
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-04-02' } },
    ],
    [
      'treatment began inside',
      { regimeConfirmedOn: today, startedOn: day('2026-03-01') },
      {},
      { kind: 'confirmed', covers: { from: '2026-03-01', to: '2026-03-26' } },
    ],
    [
      'treatment older than custody',
      { regimeConfirmedOn: today, startedOn: day('2020-03-01') },
      {},
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-26' } },
    ],
    [
      'first day not known',
      { regimeConfirmedOn: today, startedOn: null },
      {},
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-26' } },
    ],
    [
      'treatment ended',
      { regimeConfirmedOn: day('2026-03-01'), endedOn: day('2026-03-10') },
      {},
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-10' } },
    ],
    ['treatment to come', { regimeConfirmedOn: today, startedOn: day('2026-03-28') }, {}, { kind: 'not-confirmed' }],
    [
      'less than 72 hours to go, confirmed before them: stale',
      { regimeConfirmedOn: day('2026-03-25') },
      inThreeDays,
      { kind: 'stale', staleFrom: '2026-03-26', covers: { from: '2026-01-05', to: '2026-03-25' } },
    ],
    [
      'less than 72 hours to go, confirmed within them',
      { regimeConfirmedOn: day('2026-03-26') },
      inThreeDays,
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-29' } },
    ],
    [
      'a day more than 72 hours to go',
      { regimeConfirmedOn: day('2026-02-01') },
      { releaseDate: day('2026-03-30') },
      { kind: 'confirmed' },
    ],
    [
      'remand, confirmed today',
      { regimeConfirmedOn: today },
      remand,
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-26' } },
    ],
    ['remand, confirmed yesterday', { regimeConfirmedOn: day('2026-03-25') }, remand, { kind: 'confirmed' }],
    [
      'remand, confirmed the day before yesterday: stale',
      { regimeConfirmedOn: day('2026-03-24') },
      remand,
      { kind: 'stale', staleFrom: '2026-03-26', covers: { from: '2026-01-05', to: '2026-03-25' } },
    ],
    [
      'could be any day counts like remand',
      { regimeConfirmedOn: day('2026-03-24') },
      { certainty: 'could-be-any-day' },
      { kind: 'stale' },
    ],
    [
      'out: the day of release needs a dose of its own',
      { regimeConfirmedOn: day('2026-03-24') },
      { ...inThreeDays, outOn: day('2026-03-26') },
      { kind: 'confirmed', covers: { from: '2026-01-05', to: '2026-03-25' } },
    ],
    [
      'out unplanned, confirmed long ago: unknown for the last three days',
      { regimeConfirmedOn: day('2026-02-01') },
      { releaseDate: day('2026-06-01'), outOn: day('2026-03-26') },
      { kind: 'stale', staleFrom: '2026-03-23', covers: { from: '2026-01-05', to: '2026-03-22' } },
    ],
    [
      'the very first day inside',
      { regimeConfirmedOn: today, startedOn: today },
      { admittedOn: today },
      { kind: 'confirmed', covers: { from: '2026-03-26', to: '2026-03-26' } },
    ],
    [
      'stale, fresh on one day only',
      { regimeConfirmedOn: day('2026-03-20'), startedOn: day('2026-03-21') },
      remand,
      { kind: 'stale', covers: { from: '2026-03-21', to: '2026-03-21' } },
    ],
    [
      'out before it began',
      { regimeConfirmedOn: day('2026-01-05'), startedOn: day('2026-01-05') },
      { outOn: day('2026-01-05') },
      { kind: 'not-confirmed' },
    ],
  ])('%s', (_, medicine, facts, expected) => {
    expect(custodyRegime(treatment(medicine), custody(facts), today)).toMatchObject(expected)
  })

  it('on the first day of custody on remand it can be stale from the start', () => {
    const stale = custodyRegime(
      treatment({ startedOn: day('2026-03-20'), regimeConfirmedOn: day('2026-03-10') }),
      custody(remand),
      today,
    )
    expect(stale).toEqual({ kind: 'stale', covers: null, staleFrom: '2026-03-12' })
  })
})

describe('may the regime be confirmed (rule DOSE-4)', () => {
  it.each<[string, Partial<Treatment>, Partial<CustodyFacts>, string, object]>([
    ['today', {}, {}, '2026-03-26', { ok: true }],
    ['yesterday', {}, {}, '2026-03-25', { ok: true }],
    ['tomorrow', {}, {}, '2026-03-27', { refusal: 'regime.in-the-future' }],
    ['before custody', {}, {}, '2026-01-04', { refusal: 'regime.before-admission' }],
    ['on the first day of custody', {}, {}, '2026-01-05', { ok: true }],
    ['on the day of release', {}, { outOn: day('2026-03-25') }, '2026-03-25', { ok: true }],
    ['after release', {}, { outOn: day('2026-03-25') }, '2026-03-26', { refusal: 'regime.already-out' }],
    ['of a depot', { rhythm: 'depot' }, {}, '2026-03-26', { refusal: 'regime.depot-has-a-window' }],
    ['behind what is held', { regimeConfirmedOn: today }, {}, '2026-03-25', { refusal: 'regime.older-than-held' }],
    ['the same day again', { regimeConfirmedOn: today }, {}, '2026-03-26', { ok: true }],
    ['before it was prescribed', { startedOn: today }, {}, '2026-03-25', { refusal: 'regime.not-prescribed' }],
    ['on the day it was prescribed', { startedOn: today }, {}, '2026-03-26', { ok: true }],
    ['on its last day', { endedOn: day('2026-03-20') }, {}, '2026-03-20', { ok: true }],
    ['after it ended', { endedOn: day('2026-03-20') }, {}, '2026-03-21', { refusal: 'regime.not-prescribed' }],
    ['first day not known', { startedOn: null }, {}, '2026-03-26', { ok: true }],
  ])('%s', (_, medicine, facts, confirmedOn, expected) => {
    const decision = decideRegimeConfirmation(treatment(medicine), custody(facts), day(confirmedOn), today)
    expect(decision).toEqual({ ok: !('refusal' in expected), ...expected })
  })
})
