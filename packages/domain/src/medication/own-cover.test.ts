import { describe, expect, it } from 'vitest'
import { day, depot, dose, history, PHARMACY, takeHome, treatment } from '../../testing/medication-histories.ts'
import type { DoseEntry, Treatment } from './medication-history.ts'
import { findOwnCover } from './own-cover.ts'

/** Tuesday 24 March 2026. Whoever records has the entry beneath in their hand. */
const TUESDAY = '2026-03-24'
const WEEKLY = treatment({ id: 'weekly', medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' })

function ask(earlier: readonly DoseEntry[], entry: DoseEntry, of: Partial<Treatment> = {}): string {
  const record = history(earlier, { treatment: of })
  const found = findOwnCover({ ...record, treatments: [...record.treatments, WEEKLY] }, entry)
  return found ? `${found.day} ${found.way}` : 'not asked'
}

describe('a second dose by one service is asked about before it is recorded (rule DOSE-32)', () => {
  it.each<[string, DoseEntry[], DoseEntry, Partial<Treatment>, string]>([
    ['a dose and another', [dose(TUESDAY)], dose(TUESDAY, { id: 'new' }), {}, '2026-03-24 supervised'],
    [
      'a dose and a bag for the same day',
      [dose(TUESDAY)],
      takeHome(TUESDAY, '2026-03-26'),
      {},
      '2026-03-24 supervised',
    ],
    [
      'a bag and a dose on its second day',
      [takeHome('2026-03-23', TUESDAY)],
      dose(TUESDAY),
      {},
      '2026-03-24 take-home',
    ],
    [
      'two bags that meet on one day',
      [takeHome('2026-03-23', TUESDAY)],
      takeHome(TUESDAY, '2026-03-26'),
      {},
      '2026-03-24 take-home',
    ],
    [
      'two bags, one after the other',
      [takeHome('2026-03-22', '2026-03-23')],
      takeHome(TUESDAY, '2026-03-26'),
      {},
      'not asked',
    ],
    ['the day before', [dose('2026-03-23')], dose(TUESDAY), {}, 'not asked'],
    ['the day after, recorded first', [dose('2026-03-25')], dose(TUESDAY), {}, 'not asked'],
    [
      'a bag over a day with a dose: the first such day',
      [dose('2026-03-25'), dose('2026-03-26')],
      takeHome(TUESDAY, '2026-03-27'),
      {},
      '2026-03-25 supervised',
    ],
    [
      'an injection that holds, and a daily dose',
      [depot('2026-03-20', { treatmentId: 'weekly' })],
      dose(TUESDAY),
      {},
      '2026-03-24 depot',
    ],
    [
      'the last day of its window',
      [depot('2026-03-15', { treatmentId: 'weekly' })],
      dose(TUESDAY),
      {},
      '2026-03-24 depot',
    ],
    ['the day after its window', [depot('2026-03-14', { treatmentId: 'weekly' })], dose(TUESDAY), {}, 'not asked'],
    [
      'the next injection inside the window of the last',
      [depot('2026-03-17', { treatmentId: 'weekly' })],
      depot(TUESDAY, { treatmentId: 'weekly' }),
      {},
      'not asked',
    ],
    [
      'two injections on one day',
      [depot(TUESDAY, { treatmentId: 'weekly' })],
      depot(TUESDAY, { id: 'new', treatmentId: 'weekly' }),
      {},
      '2026-03-24 depot',
    ],
    [
      'an injection on the day of a daily dose',
      [dose(TUESDAY)],
      depot(TUESDAY, { treatmentId: 'weekly' }),
      {},
      '2026-03-24 supervised',
    ],
    [
      'an injection on a later day of a bag',
      [takeHome('2026-03-23', '2026-03-25')],
      depot(TUESDAY, { treatmentId: 'weekly' }),
      {},
      'not asked',
    ],
    [
      'a day on which the rhythm rests',
      [dose('2026-03-23')],
      dose(TUESDAY),
      { rhythm: 'alternate-days' },
      '2026-03-24 rhythm',
    ],
    [
      'an injection on such a day',
      [dose('2026-03-23')],
      depot(TUESDAY, { treatmentId: 'weekly' }),
      { rhythm: 'alternate-days' },
      'not asked',
    ],
    [
      'one part of a split day',
      [dose(TUESDAY)],
      dose(TUESDAY, { id: 'new' }),
      { rhythm: 'split', dosesPerDay: 2 },
      'not asked',
    ],
    [
      'a part more than the split day has',
      [dose(TUESDAY, { parts: 2 })],
      dose(TUESDAY, { id: 'new' }),
      { rhythm: 'split', dosesPerDay: 2 },
      '2026-03-24 supervised',
    ],
    [
      'both a dose and a bag there: the plainer is told',
      [takeHome(TUESDAY, TUESDAY), dose(TUESDAY)],
      dose(TUESDAY, { id: 'new' }),
      {},
      '2026-03-24 supervised',
    ],
  ])('%s', (_, earlier, entry, of, told) => {
    expect(ask(earlier, entry, of)).toBe(told)
  })

  it.each<[string, DoseEntry[], DoseEntry]>([
    ['another service gave the first', [dose(TUESDAY, { serviceId: PHARMACY })], dose(TUESDAY, { id: 'new' })],
    ['the first was declined', [dose(TUESDAY, { outcome: 'declined' })], dose(TUESDAY)],
    ['the new one was declined', [dose(TUESDAY)], dose(TUESDAY, { outcome: 'declined' })],
    ['another place gave it', [dose(TUESDAY)], dose(TUESDAY, { outcome: 'given-elsewhere' })],
    [
      'the first was taken back',
      [
        dose(TUESDAY),
        dose(TUESDAY, { id: 'back', outcome: 'entered-in-error', correctsDoseId: `dose-${TUESDAY}-supervised-given` }),
      ],
      dose(TUESDAY, { id: 'new' }),
    ],
    [
      'the day of the bag was not taken',
      [
        takeHome('2026-03-23', '2026-03-25'),
        takeHome(TUESDAY, TUESDAY, {
          id: 'not',
          outcome: 'not-taken',
          correctsDoseId: 'dose-2026-03-23-take-home-issued',
        }),
      ],
      dose(TUESDAY),
    ],
  ])('nothing is asked when %s', (_, earlier, entry) => {
    expect(ask(earlier, entry)).toBe('not asked')
  })

  it('a confirmed regime inside is no recorded dose', () => {
    const inside = { regimeConfirmedOn: day('2026-03-23') }
    expect(ask([dose('2026-03-22')], dose(TUESDAY), inside)).toBe('not asked')
  })

  describe('a correction', () => {
    const first = dose('2026-03-23', { id: 'first' })
    const moved = (to: string, facts: Partial<DoseEntry> = {}) =>
      dose(to, { id: 'new', correctsDoseId: 'first', ...facts })

    it.each<[string, DoseEntry[], DoseEntry, string]>([
      [
        'of the kind alone does not meet itself',
        [first],
        takeHome('2026-03-23', TUESDAY, { correctsDoseId: 'first' }),
        'not asked',
      ],
      ['to a day with a dose of its own', [first, dose(TUESDAY)], moved(TUESDAY), '2026-03-24 supervised'],
      ['to a free day', [first, dose('2026-03-25')], moved(TUESDAY), 'not asked'],
      [
        'of an entry that was corrected before',
        [first, moved('2026-03-22')],
        dose(TUESDAY, { id: 'third', correctsDoseId: 'new' }),
        'not asked',
      ],
      [
        'of an entry that nobody has',
        [dose(TUESDAY)],
        dose(TUESDAY, { id: 'new', correctsDoseId: 'gone' }),
        '2026-03-24 supervised',
      ],
    ])('%s', (_, earlier, entry, told) => {
      expect(ask(earlier, entry)).toBe(told)
    })
  })
})
