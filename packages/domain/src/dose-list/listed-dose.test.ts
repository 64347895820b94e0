import { describe, expect, it } from 'vitest'
import { day, depot, dose, history, PHARMACY, PRISON, takeHome } from '../../testing/medication-histories.ts'
import { harbourPharmacy } from '../../testing/places.ts'
import { getZone } from '../calendar/zone.ts'
import type { DosingPlace } from '../medication/dosing-day.ts'
import type { DoseEntry, MedicationHistory, Treatment } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET } from '../medication/medicine-table.ts'
import { isListedInside, type ListRules, listedDose, type QuickBlock } from './listed-dose.ts'
import { mayUndo } from './undo-window.ts'

const london = getZone('Europe/London')
const harbour: DosingPlace = { zone: london, hours: harbourPharmacy() }
const inside: DosingPlace = { zone: london, hours: null }

/** Wednesday 18 March 2026, nine in the morning: the place opens at half past. */
const NOW = new Date('2026-03-18T09:00:00Z')
const TODAY = '2026-03-18'

function out(doses: DoseEntry[], treatment: Partial<Treatment> = {}): MedicationHistory {
  return history(doses, { treatment, custody: { outOn: day('2026-03-02') } })
}

const here = (forDay: string, facts: Partial<DoseEntry> = {}) => dose(forDay, { serviceId: PHARMACY, ...facts })
const listed = (of: MedicationHistory) => listedDose(of, harbour, PHARMACY, NOW)
const takenBack = here(TODAY, { id: 'undo', outcome: 'entered-in-error', correctsDoseId: 'first' })

describe('"intoxicated now" at the press (rule ROUTE-11)', () => {
  it('is answered beside a routing that does not know of it', () => {
    expect(listed(out([here('2026-03-17')]))).toMatchObject({
      quickBlock: null,
      routing: { state: 'no-gap', by: 'days' },
      ifIntoxicated: { state: 'ring-prescriber', by: 'intoxicated-now', ruleId: 'ROUTE-11', ring: ['prescriber'] },
    })
  })
  it('leaves the more urgent state', () => {
    expect(listed(out([here('2026-03-12')])).ifIntoxicated).toMatchObject({ state: 'treat-as-new-start' })
  })
})

describe('who is expected today, and what stands in the way of one press (rule LIST-1)', () => {
  it.each<[string, MedicationHistory, 'expected' | 'covered', QuickBlock | null]>([
    ['dosed yesterday', out([here('2026-03-17')]), 'expected', null],
    ['one day without, steady: watch', out([here('2026-03-16')]), 'expected', null],
    ['one day without, in titration', out([here('2026-03-16')], { titration: 'yes' }), 'expected', 'ring-prescriber'],
    [
      'titration unknown is titration',
      out([here('2026-03-16')], { titration: 'unknown' }),
      'expected',
      'ring-prescriber',
    ],
    ['two days without: talk first', out([here('2026-03-15')]), 'expected', null],
    ['three days without', out([here('2026-03-14')]), 'expected', 'ring-prescriber'],
    ['five days without', out([here('2026-03-12')]), 'expected', 'treat-as-new-start'],
    ['never dosed', out([]), 'expected', 'last-dose-unknown'],
    ['given today, here', out([here('2026-03-17'), here(TODAY)]), 'expected', 'already-recorded'],
    [
      'declined today, here',
      out([here('2026-03-17'), here(TODAY, { outcome: 'declined' })]),
      'expected',
      'already-recorded',
    ],
    ['given today, by another', out([here('2026-03-17'), dose(TODAY)]), 'expected', 'other-service'],
    [
      'declined today, at another: an entry that stands',
      out([here('2026-03-17'), dose(TODAY, { outcome: 'declined' })]),
      'expected',
      'already-recorded',
    ],
    [
      'asked about today, and nobody knows: the press is open',
      out([here('2026-03-17'), here(TODAY, { outcome: 'unknown' })]),
      'expected',
      null,
    ],
    ['taken back at once', out([here('2026-03-17'), here(TODAY, { id: 'first' }), takenBack]), 'expected', null],
    ['carried home for today', out([here('2026-03-17'), takeHome(TODAY, '2026-03-20')]), 'covered', 'covered'],
    ['rests between alternate days', out([here('2026-03-17')], { rhythm: 'alternate-days' }), 'covered', 'covered'],
    ['on alternate days, due', out([here('2026-03-16')], { rhythm: 'alternate-days' }), 'expected', null],
    [
      'several doses a day',
      out([here('2026-03-17', { parts: 2 })], { rhythm: 'split', dosesPerDay: 2 }),
      'expected',
      'split',
    ],
    ['the treatment is over', out([here('2026-03-17')], { endedOn: day('2026-03-17') }), 'expected', 'not-prescribed'],
  ])('%s', (_, of, expectation, quickBlock) => {
    expect(listed(of)).toMatchObject({ expectation, quickBlock })
  })

  it.each<[string, string, 'expected' | 'covered']>([
    ['day 20: nothing to do', '2026-02-26', 'covered'],
    ['day 21: book now, nobody comes today', '2026-02-25', 'covered'],
    ['day 28: due', '2026-02-18', 'expected'],
    ['day 29: in the window, late', '2026-02-17', 'expected'],
    ['day 36: overdue', '2026-02-10', 'expected'],
    ['day 57: a prescriber first', '2026-01-20', 'expected'],
  ])('a monthly depot on %s', (_, on, expectation) => {
    const of = out([depot(on, { serviceId: PHARMACY })], { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' })
    expect(listed(of)).toMatchObject({ expectation, quickBlock: 'depot' })
  })

  it('expects whoever is on a depot of which no injection is on record', () => {
    const of = out([], { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' })
    expect(listed(of)).toMatchObject({ expectation: 'expected', quickBlock: 'depot', depot: { kind: 'no-injection' } })
  })

  it('tells the entries of today in the order of recording, whatever order they come in', () => {
    const at = (time: string) => new Date(`${TODAY}T${time}:00Z`)
    const entries = [
      here(TODAY, { id: 'c', outcome: 'withheld', recordedAt: at('08:40') }),
      here(TODAY, { id: 'a', outcome: 'declined', recordedAt: at('08:10') }),
      here(TODAY, { id: 'd', outcome: 'vomited', recordedAt: at('08:20') }),
      here(TODAY, { id: 'b', outcome: 'late-after-closed', recordedAt: at('08:20') }),
    ]
    for (const doses of [entries, entries.toReversed()])
      expect(listed(out(doses)).entries.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
  })

  it('an injection that is on record names the days of the next one, where hours are told and nowhere else', () => {
    const weekly = { medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' } as const
    const of = out([depot('2026-03-12', { serviceId: PHARMACY })], weekly)
    expect(listed(of).injection).toMatchObject({ due: { kind: 'open' }, openAfter: '2026-03-20' })
    expect(listedDose(of, { zone: london, hours: null }, PHARMACY, NOW).injection).toBeNull()
    expect(listed(out([], weekly)).injection).toBeNull()
    expect(listed(out([here('2026-03-17')])).injection).toBeNull()
  })

  it('a confirmed regime covers today and still expects the person for the dose', () => {
    const of = history([dose('2026-03-10', { serviceId: PRISON })], {
      treatment: { regimeConfirmedOn: day('2026-03-17') },
      custody: { releaseDate: day('2026-05-04') },
    })
    expect(listedDose(of, inside, PRISON, NOW)).toMatchObject({
      coveredBy: 'custody-regime',
      expectation: 'expected',
      quickBlock: null,
    })
  })

  it('a person whose treatment is over and of whom something is recorded today is listed inside', () => {
    const over = history([dose(TODAY)], { treatment: { endedOn: day('2026-03-01') } })
    expect(isListedInside(listedDose(over, inside, PRISON, NOW), over)).toBe(true)
  })

  it('names the entries of today, and no take-home dose among them', () => {
    const of = out([here('2026-03-17'), takeHome(TODAY, '2026-03-19'), here(TODAY, { outcome: 'vomited' })])
    expect(listed(of).entries.map((entry) => entry.outcome)).toEqual(['vomited'])
  })
})

describe('who is listed inside (rules LIST-1, DOSE-4)', () => {
  const insideWith = (doses: DoseEntry[], treatment: Partial<Treatment>, releaseDate: string | null = '2026-05-04') =>
    history(doses, { treatment, custody: { releaseDate: releaseDate === null ? null : day(releaseDate) } })

  it.each<[string, MedicationHistory, boolean]>([
    [
      'on a confirmed regime: nobody types their doses',
      insideWith([], { regimeConfirmedOn: day('2026-03-10') }),
      false,
    ],
    ['not confirmed', insideWith([], {}), true],
    [
      'confirmed, but too long before the release',
      insideWith([], { regimeConfirmedOn: day('2026-03-10') }, '2026-03-20'),
      true,
    ],
    ['confirmed, and leaves today', insideWith([], { regimeConfirmedOn: day('2026-03-17') }, TODAY), true],
    ['confirmed, with an entry today', insideWith([dose(TODAY)], { regimeConfirmedOn: day('2026-03-10') }), true],
    ['no treatment today', insideWith([], { endedOn: day('2026-03-01') }), false],
  ])('%s', (_, of, isListed) => {
    expect(isListedInside(listedDose(of, inside, PRISON, NOW), of)).toBe(isListed)
  })
})

describe('taking a wrong press back (rule LIST-2)', () => {
  it.each([
    [0, true],
    [10_000, true],
    [15_000, true],
    [15_001, false],
  ])('%i milliseconds after it was recorded: %s', (after, may) => {
    expect(mayUndo(NOW, new Date(NOW.getTime() + after))).toBe(may)
  })
})

describe('by the rules of the place (rules ROUTE-7, LIST-1)', () => {
  const noLimit: ListRules = {
    routing: {
      id: 'no-limit',
      version: 1,
      standing: 'no-confirmed-limit',
      bands: [{ ruleId: 'ROUTE-7', fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }],
    },
    depot: DEPOT_RULE_SET,
  }
  const blockOf = (of: MedicationHistory, rules?: ListRules) => listedDose(of, harbour, PHARMACY, NOW, rules).quickBlock

  it('no band of another country lets one press through', () => {
    const oneDay = out([here('2026-03-16')])
    expect(blockOf(oneDay)).toBeNull()
    expect(blockOf(oneDay, noLimit)).toBe('ring-prescriber')
    expect(blockOf(out([here('2026-03-17')]), noLimit)).toBeNull()
  })
})
