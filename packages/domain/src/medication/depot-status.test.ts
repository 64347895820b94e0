import { describe, expect, it } from 'vitest'
import { day, depot, history, treatment } from '../../testing/medication-histories.ts'
import { addDays } from '../calendar/plain-date.ts'
import { readCover } from './covered-day.ts'
import { type DepotStatus, depotState, depotStatusOn, findDepotDates } from './depot-status.ts'
import { MEDICINES, type Medicine } from './medication-codes.ts'
import type { DoseEntry } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRule, findDepotRule, MEDICINE_TABLE } from './medicine-table.ts'

describe('the vectors of the research, word for word (rules DEPOT-1 to DEPOT-3)', () => {
  it.each<[Medicine, object]>([
    // "earliest 25 Oct, due 27 Oct, window to 29 Oct, review from 30 Oct-3 Nov"
    [
      'buprenorphine-weekly-depot',
      {
        notBefore: '2026-10-25',
        due: '2026-10-27',
        windowTo: '2026-10-29',
        reviewFrom: '2026-10-30',
        reviewAtLatest: '2026-11-03',
      },
    ],
    // "earliest 10 Nov, due 17 Nov, window to 24 Nov, review after 15 Dec"
    [
      'buprenorphine-monthly-depot',
      { notBefore: '2026-11-10', due: '2026-11-17', windowTo: '2026-11-24', reviewFrom: '2026-12-16' },
    ],
    // "not before 15 Nov; review after about 3 Dec"
    ['buprenorphine-26-day-depot', { notBefore: '2026-11-15', windowTo: '2026-12-01', reviewFrom: '2026-12-04' }],
  ])('20 Oct 2026, %s', (medicine, expected) => {
    expect(findDepotDates(day('2026-10-20'), medicine)).toMatchObject(expected)
  })
})

describe('the status of every day after an injection (rule DEPOT-4)', () => {
  it.each<[Medicine, [number, number, DepotStatus][]]>([
    [
      'buprenorphine-weekly-depot',
      [
        [0, 6, 'book-now'],
        [7, 7, 'due'],
        [8, 9, 'late-in-window'],
        [10, 60, 'review'],
      ],
    ],
    [
      'buprenorphine-monthly-depot',
      [
        [0, 20, 'covered'],
        [21, 27, 'book-now'],
        [28, 28, 'due'],
        [29, 35, 'late-in-window'],
        [36, 56, 'overdue'],
        [57, 99, 'review'],
      ],
    ],
    [
      'buprenorphine-26-day-depot',
      [
        [0, 20, 'covered'],
        [21, 27, 'book-now'],
        [28, 28, 'due'],
        [29, 42, 'late-in-window'],
        [43, 44, 'overdue'],
        [45, 99, 'review'],
      ],
    ],
  ])('%s', (medicine, spans) => {
    const givenOn = day('2026-10-20')
    const dates = findDepotDates(givenOn, medicine)
    if (dates === null) throw new Error(`${medicine} has a window`)
    for (const [from, to, status] of spans)
      for (let after = from; after <= to; after += 1)
        expect([after, depotStatusOn(dates, addDays(givenOn, after))]).toEqual([after, status])
  })
})

describe('where somebody stands between two injections', () => {
  const monthly = { treatment: { rhythm: 'depot', medicine: 'buprenorphine-monthly-depot' } } as const
  const other = { treatment: { rhythm: 'depot', medicine: 'other' } } as const
  const today = day('2026-11-10')

  it.each<[string, DoseEntry[], Parameters<typeof history>[1], object]>([
    ['none', [], monthly, { kind: 'no-injection' }],
    ['one', [depot('2026-10-20')], monthly, { status: 'book-now', mayBeGivenToday: true, givenOn: '2026-10-20' }],
    [
      'the later of two',
      [depot('2026-10-20'), depot('2026-11-05')],
      monthly,
      { givenOn: '2026-11-05', mayBeGivenToday: false },
    ],
    ['one given today', [depot('2026-11-10')], monthly, { status: 'covered', mayBeGivenToday: false }],
    ['one to come is none', [depot('2026-11-11')], monthly, { kind: 'no-injection' }],
    ['declined is none', [depot('2026-10-20', { outcome: 'declined' })], monthly, { kind: 'no-injection' }],
    ['given elsewhere is one', [depot('2026-10-20', { outcome: 'given-elsewhere' })], monthly, { status: 'book-now' }],
    [
      'corrected to declined',
      [depot('2026-10-20', { id: 'wrong' }), depot('2026-10-20', { outcome: 'declined', correctsDoseId: 'wrong' })],
      monthly,
      { kind: 'no-injection' },
    ],
    ['a product without data', [depot('2026-10-20')], other, { kind: 'window-not-known', medicine: 'other' }],
    [
      'a treatment that is not here',
      [depot('2026-10-20', { treatmentId: 'gone' })],
      monthly,
      { kind: 'window-not-known' },
    ],
  ])('%s', (_, doses, facts, expected) => {
    expect(depotState(history(doses, facts), today)).toMatchObject(expected)
  })
})

describe('the rule set', () => {
  const rules = Object.entries(DEPOT_RULE_SET.products) as [Medicine, DepotRule][]

  it.each(rules)('%s has its days in order, a source and a mark', (medicine, rule) => {
    const days = [0, rule.notBeforeDay, rule.dueDay, rule.windowEndsDay, rule.reviewFromDay]
    expect(days).toEqual(days.toSorted((left, right) => left - right))
    expect(rule.source.length).toBeGreaterThan(10)
    expect(['S', 'S2', 'K']).toContain(rule.mark)
    expect(MEDICINE_TABLE[medicine].rhythms).toEqual(['depot'])
  })

  it('holds every depot and nothing else, and nobody has approved it', () => {
    expect(MEDICINES.filter((medicine) => findDepotRule(medicine) !== null)).toEqual(
      MEDICINES.filter((medicine) => medicine.endsWith('-depot')),
    )
    expect(DEPOT_RULE_SET).toMatchObject({ id: 'depot-windows', version: 1, approver: null, reviewBy: '2027-05-31' })
  })
})

describe('the first injection of a product', () => {
  const one = depot('2026-03-01', { id: 'one' })
  const asks = (doses: DoseEntry[]) => {
    const found = depotState(
      history(doses, { treatment: { rhythm: 'depot', medicine: 'buprenorphine-monthly-depot' } }),
      day('2026-03-20'),
    )
    return found.kind === 'injected' ? found.asksLocalProtocol : found.kind
  }
  it('has no windows of its own: nobody sourced them, and no number is made up', () => {
    expect(DEPOT_RULE_SET.firstInjections).toEqual({})
  })
  it.each<[string, DoseEntry[], boolean | string]>([
    ['none yet', [], 'no-injection'],
    ['the first', [one], true],
    ['the second', [depot('2026-02-01', { id: 'before' }), one], false],
    [
      'the second, when the one before was entered in error',
      [
        depot('2026-02-01', { id: 'before' }),
        depot('2026-02-01', { id: 'error', outcome: 'entered-in-error', correctsDoseId: 'before' }),
        one,
      ],
      true,
    ],
  ])('%s', (_, doses, expected) => {
    expect(asks(doses)).toBe(expected)
  })

  it.each<[string, DoseEntry[], string, string]>([
    ['by the first one’s days', [one], '2026-03-20', '2026-03-19 due 2026-03-15 overdue'],
    [
      'the second by the later ones’ days',
      [depot('2026-02-01', { id: 'before' }), one],
      '2026-03-20',
      '2026-04-05 due 2026-03-29 covered',
    ],
    [
      'another product before it leaves it a first one',
      [depot('2026-02-01', { id: 'before', treatmentId: 'other' }), one],
      '2026-03-20',
      '2026-03-19 due 2026-03-15 overdue',
    ],
    [
      'taken back, the next one is the first',
      [
        one,
        depot('2026-03-10', { id: 'two' }),
        depot('2026-03-01', { id: 'error', outcome: 'entered-in-error', correctsDoseId: 'one' }),
      ],
      '2026-03-20',
      '2026-03-28 due 2026-03-24 book-now',
    ],
  ])('DEPOT-5: a local protocol says how it differs: %s', (_, doses, today, told) => {
    const first = {
      ...DEPOT_RULE_SET.products['buprenorphine-monthly-depot'],
      notBeforeDay: 12,
      dueDay: 14,
      windowEndsDay: 18,
      reviewFromDay: 30,
    }
    const rules = { ...DEPOT_RULE_SET, firstInjections: { 'buprenorphine-monthly-depot': first } }
    const of = history(doses, { treatment: { rhythm: 'depot', medicine: 'buprenorphine-monthly-depot' } })
    const record = {
      ...of,
      treatments: [
        ...of.treatments,
        treatment({ id: 'other', rhythm: 'depot', medicine: 'buprenorphine-weekly-depot' }),
      ],
    }
    const found = depotState(record, day(today), rules)
    if (found.kind !== 'injected') throw new Error(found.kind)
    expect(found.asksLocalProtocol).toBe(false)
    expect(`${found.dates.windowTo} due ${found.dates.due} ${found.status}`).toBe(told)
    const { spans } = readCover(record, day(today), rules)
    expect(spans.find(({ from }) => from === found.givenOn)?.to).toBe(found.dates.windowTo)
  })
})
