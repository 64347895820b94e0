import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dose, PHARMACY, takeHome } from '../../testing/medication-histories.ts'
import { type DoseCorrection, decideDoseCorrection } from './decide-dose-correction.ts'
import type { DoseEntry } from './medication-history.ts'
import { standingDoses } from './standing-doses.ts'

const later = (days: number) => new Date(Date.UTC(2026, 3, 20 + days))
const given = dose('2026-04-02', { id: 'given' })
const issued = takeHome('2026-04-03', '2026-04-06', { id: 'issued' })
const notTaken = takeHome('2026-04-04', '2026-04-05', {
  id: 'not-taken',
  outcome: 'not-taken',
  correctsDoseId: 'issued',
  recordedAt: later(0),
})

/** What stands, written shortly: id of the entry, and the days taken from it. */
function stands(doses: DoseEntry[]): string[] {
  return standingDoses(doses).map(({ entry, notTaken: ranges }) =>
    [entry.id, ...ranges.map(({ from, to }) => `not ${from} to ${to}`)].join(' '),
  )
}

describe('corrections are entries of their own (rule DOSE-3)', () => {
  it.each<[string, DoseEntry[], string[]]>([
    ['nothing corrected', [given, issued], ['given', 'issued']],
    ['not taken on two days', [issued, notTaken], ['issued not 2026-04-04 to 2026-04-05']],
    [
      'replaced',
      [given, dose('2026-04-01', { id: 'other-day', correctsDoseId: 'given', recordedAt: later(0) })],
      ['other-day'],
    ],
    [
      'replaced twice: the one recorded last',
      [
        given,
        dose('2026-04-01', { id: 'second', correctsDoseId: 'given', recordedAt: later(1) }),
        dose('2026-04-03', { id: 'first', correctsDoseId: 'given', recordedAt: later(0) }),
      ],
      ['second'],
    ],
    [
      'the replacement replaced',
      [
        given,
        dose('2026-04-01', { id: 'first', correctsDoseId: 'given', recordedAt: later(0) }),
        dose('2026-03-31', { id: 'second', correctsDoseId: 'first', recordedAt: later(1) }),
      ],
      ['second'],
    ],
    [
      'entered in error: nothing stands, and nothing that was said of it',
      [
        given,
        dose('2026-04-01', { id: 'error', outcome: 'entered-in-error', correctsDoseId: 'given', recordedAt: later(0) }),
        issued,
        notTaken,
        takeHome('2026-04-03', '2026-04-06', {
          id: 'never',
          outcome: 'entered-in-error',
          correctsDoseId: 'issued',
          recordedAt: later(1),
        }),
      ],
      [],
    ],
    [
      'entered in error, and that was an error: the last word stands',
      [
        given,
        dose('2026-04-01', { id: 'error', outcome: 'entered-in-error', correctsDoseId: 'given', recordedAt: later(0) }),
        dose('2026-04-01', { id: 'was', correctsDoseId: 'error', recordedAt: later(1) }),
      ],
      ['was'],
    ],
    [
      'taken back: it was taken after all',
      [
        issued,
        notTaken,
        takeHome('2026-04-04', '2026-04-05', { id: 'was', correctsDoseId: 'not-taken', recordedAt: later(1) }),
      ],
      ['issued'],
    ],
    [
      'taken back, then said again: the last word counts',
      [
        issued,
        notTaken,
        takeHome('2026-04-04', '2026-04-05', { id: 'was', correctsDoseId: 'not-taken', recordedAt: later(1) }),
        takeHome('2026-04-04', '2026-04-04', {
          id: 'again',
          outcome: 'not-taken',
          correctsDoseId: 'not-taken',
          recordedAt: later(2),
        }),
      ],
      ['issued not 2026-04-04 to 2026-04-04'],
    ],
    [
      'not taken, but on other days',
      [
        issued,
        notTaken,
        takeHome('2026-04-06', '2026-04-06', {
          id: 'other',
          outcome: 'not-taken',
          correctsDoseId: 'not-taken',
          recordedAt: later(1),
        }),
      ],
      ['issued not 2026-04-06 to 2026-04-06'],
    ],
    [
      'not taken stays so when the issue beneath is replaced',
      [
        issued,
        notTaken,
        takeHome('2026-04-03', '2026-04-07', { id: 'longer', correctsDoseId: 'issued', recordedAt: later(2) }),
      ],
      ['longer not 2026-04-04 to 2026-04-05'],
    ],
    [
      'two corrections of the same instant: always the same one',
      [
        given,
        dose('2026-04-01', { id: 'b', correctsDoseId: 'given', recordedAt: later(0) }),
        dose('2026-03-31', { id: 'a', correctsDoseId: 'given', recordedAt: later(0) }),
      ],
      ['b'],
    ],
    ['a correction of an entry that is not here', [{ ...given, correctsDoseId: 'elsewhere' }], ['given']],
    [
      'a circle never stands',
      [dose('2026-04-01', { id: 'x', correctsDoseId: 'y' }), dose('2026-04-01', { id: 'y', correctsDoseId: 'x' })],
      [],
    ],
  ])('%s', (_, doses, expected) => {
    expect(stands(doses)).toEqual(expected)
  })

  it('does not depend on the order in which entries arrive', () => {
    const all = [
      given,
      issued,
      notTaken,
      dose('2026-04-01', { id: 'first', correctsDoseId: 'given', recordedAt: later(0) }),
      dose('2026-03-31', { id: 'second', correctsDoseId: 'given', recordedAt: later(1) }),
      takeHome('2026-04-03', '2026-04-07', { id: 'longer', correctsDoseId: 'issued', recordedAt: later(2) }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(stands(shuffled).toSorted()).toEqual(stands(all).toSorted())
      }),
    )
  })
})

describe('may an entry be corrected so (rule DOSE-3)', () => {
  const correction = (facts: Partial<DoseCorrection>): DoseCorrection => ({
    kind: 'supervised',
    outcome: 'declined',
    from: day('2026-04-02'),
    to: day('2026-04-02'),
    reason: 'recorded for the wrong person',
    serviceId: given.serviceId,
    ...facts,
  })
  const unsaid = (from: string, to: string): Partial<DoseCorrection> => ({
    kind: 'take-home',
    outcome: 'not-taken',
    from: day(from),
    to: day(to),
    reason: null,
  })
  const replaced = [given, dose('2026-04-02', { id: 'later', correctsDoseId: 'given', recordedAt: later(0) })]

  it.each<[string, DoseEntry, Partial<DoseCorrection>, DoseEntry[], object]>([
    ['another outcome', given, {}, [given], { ok: true }],
    ['by another service', given, { serviceId: PHARMACY }, [given], { refusal: 'dose.recorded-by-another-service' }],
    ['without a reason', given, { reason: null }, [given], { refusal: 'dose.reason-missing' }],
    ['to what it was', given, { outcome: 'given' }, [given], { refusal: 'dose.nothing-changes' }],
    [
      'to another day',
      given,
      { outcome: 'given', from: day('2026-04-01'), to: day('2026-04-01') },
      [given],
      { ok: true },
    ],
    ['to another kind', given, { kind: 'take-home', outcome: 'issued' }, [given], { ok: true }],
    [
      'one day longer',
      issued,
      { kind: 'take-home', outcome: 'issued', from: day('2026-04-03'), to: day('2026-04-07') },
      [issued],
      { ok: true },
    ],
    [
      'while another entry was replaced',
      issued,
      { kind: 'take-home', outcome: 'declined' },
      [...replaced, issued],
      { ok: true },
    ],
    ['one that was replaced', given, {}, replaced, { refusal: 'dose.already-corrected' }],
    ['not taken, all days', issued, unsaid('2026-04-03', '2026-04-06'), [issued], { ok: true }],
    ['not taken, one day', issued, unsaid('2026-04-05', '2026-04-05'), [issued], { ok: true }],
    ['not taken, other days too', issued, unsaid('2026-04-04', '2026-04-06'), [issued, notTaken], { ok: true }],
    [
      'not taken, a day never issued',
      issued,
      unsaid('2026-04-02', '2026-04-03'),
      [issued],
      { refusal: 'dose.days-not-issued' },
    ],
    [
      'not taken, days after',
      issued,
      unsaid('2026-04-06', '2026-04-07'),
      [issued],
      { refusal: 'dose.days-not-issued' },
    ],
    [
      'not taken, of a supervised dose',
      given,
      unsaid('2026-04-02', '2026-04-02'),
      [given],
      { refusal: 'dose.nothing-was-issued' },
    ],
    [
      'not taken, with a reason',
      issued,
      { ...unsaid('2026-04-03', '2026-04-03'), reason: 'sold' },
      [issued],
      { refusal: 'dose.reason-not-recorded-here' },
    ],
  ])('%s', (_, corrected, facts, doses, expected) => {
    const decision = decideDoseCorrection(corrected, correction(facts), doses)
    expect(decision).toEqual({ ok: !('refusal' in expected), ...expected })
  })
})
