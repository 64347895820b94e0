import { describe, expect, it } from 'vitest'
import { day, dose, history } from '../../testing/medication-histories.ts'
import { coverOn, readCover } from './covered-day.ts'
import { isCorrectionOf, isOutcomeOf } from './dose-outcomes.ts'
import { DOSE_KINDS, DOSE_OUTCOMES, type DoseOutcome } from './medication-codes.ts'
import type { DoseEntry } from './medication-history.ts'

const recordedAt = (minute: number) => new Date(Date.UTC(2026, 3, 3, 12, minute))

/** "covered supervised", "uncovered declined": what the records say about one day outside. */
function coverOf(doses: DoseEntry[], on: string): string {
  const cover = coverOn(
    readCover(history(doses, { custody: { outOn: day('2026-04-02') } }), day('2026-04-24')),
    day(on),
  )
  if (cover.state === 'covered') return `covered ${cover.way}`
  return cover.state === 'not-prescribed' ? cover.state : `${cover.state} ${cover.because}`
}

describe('what was entered in error (rules DOSE-3, LIST-2)', () => {
  const outside = dose('2026-04-02')
  const wrong = dose('2026-04-03', { id: 'wrong', recordedAt: recordedAt(1) })
  const takenBack = { ...wrong, id: 'error', outcome: 'entered-in-error', correctsDoseId: 'wrong' } as const

  it('says nothing about its day: neither covered nor not known', () => {
    expect(coverOf([outside, wrong], '2026-04-03')).toBe('covered supervised')
    expect(coverOf([outside, wrong, takenBack], '2026-04-03')).toBe(coverOf([outside], '2026-04-03'))
    expect(coverOf([outside, wrong, takenBack], '2026-04-03')).toBe('uncovered no-dose-recorded')
  })
  it('leaves what others said of the day', () => {
    const declined = dose('2026-04-03', { id: 'declined', outcome: 'declined', recordedAt: recordedAt(0) })
    expect(coverOf([outside, declined, wrong, takenBack], '2026-04-03')).toBe('uncovered declined')
  })
  it('is a correction, and is said of no dose by itself', () => {
    for (const kind of DOSE_KINDS) {
      expect(isOutcomeOf(kind, 'entered-in-error')).toBe(false)
      expect(isCorrectionOf(kind, 'entered-in-error')).toBe(true)
    }
  })
})

describe('what an outcome says about its day (rule DOSE-2)', () => {
  it.each<[string, [DoseOutcome, number][], string]>([
    [
      'of two known outcomes the one recorded last is named',
      [
        ['declined', 1],
        ['withheld', 2],
      ],
      'uncovered withheld',
    ],
    [
      'whatever order they came in',
      [
        ['withheld', 2],
        ['declined', 1],
      ],
      'uncovered withheld',
    ],
    [
      'known beats unknown, though recorded before',
      [
        ['declined', 1],
        ['unknown', 2],
      ],
      'uncovered declined',
    ],
    [
      'whatever order those came in',
      [
        ['unknown', 2],
        ['declined', 1],
      ],
      'uncovered declined',
    ],
    [
      'recorded in one instant: always the same',
      [
        ['declined', 1],
        ['withheld', 1],
      ],
      'uncovered withheld',
    ],
    [
      'recorded in one instant, the other way round',
      [
        ['withheld', 1],
        ['declined', 1],
      ],
      'uncovered withheld',
    ],
  ])('%s', (_, entries, expected) => {
    const doses = entries.map(([outcome, minute]) => dose('2026-04-03', { outcome, recordedAt: recordedAt(minute) }))
    expect(coverOf(doses, '2026-04-03')).toBe(expected)
  })

  it.each<[DoseOutcome, string]>([
    ['given', 'covered supervised'],
    ['issued', 'covered supervised'],
    ['given-elsewhere', 'covered supervised'],
    ['declined', 'uncovered declined'],
    ['withheld', 'uncovered withheld'],
    ['part-dose', 'uncovered part-dose'],
    ['vomited', 'uncovered vomited'],
    ['late-after-closed', 'uncovered late-after-closed'],
    ['not-taken', 'uncovered not-taken'],
    ['unknown', 'unknown outcome-unknown'],
  ])('the outcome %s', (outcome, expected) => {
    expect(coverOf([dose('2026-04-03', { outcome })], '2026-04-03')).toBe(expected)
    expect(DOSE_OUTCOMES).toContain(outcome)
  })
})
