import { describe, expect, it } from 'vitest'
import { day } from '../../testing/medication-histories.ts'
import type { WayToClose } from '../medication/ways-to-close.ts'
import { STALE_REASONS } from './cover-plan-codes.ts'
import { type PlanBasis, type PlanNow, type PlanToFollow, planStanding } from './plan-standing.ts'
import { daysOfWay } from './way-days.ts'

const EASTER = { from: day('2026-04-03'), to: day('2026-04-06'), days: 4 }
const BASIS: PlanBasis = {
  releaseOn: day('2026-04-02'),
  treatmentId: 'methadone',
  dosingServiceId: 'harbour',
  prescriptionIds: ['bridge'],
}
const PLAN: PlanToFollow = {
  way: 'bridging-supply',
  gapFrom: EASTER.from,
  gapTo: EASTER.to,
  basis: BASIS,
  staleBecause: null,
}
const NOW: PlanNow = { gap: EASTER, basis: BASIS, shutOn: null }
const later = (facts: Partial<PlanBasis>): Partial<PlanNow> => ({ basis: { ...BASIS, ...facts } })

function standing(now: Partial<PlanNow>, plan: Partial<PlanToFollow> = {}): string {
  const found = planStanding({ ...PLAN, ...plan }, { ...NOW, ...now })
  return found.kind === 'stands' ? found.kind : `${found.kind} ${found.because}`
}

describe('what becomes of a cover plan when a fact moves (rule DOSE-30)', () => {
  it.each<[string, Partial<PlanNow>, Partial<PlanToFollow>, string]>([
    ['nothing moved', {}, {}, 'stands'],
    ['nobody can forecast now', { gap: 'not-known' }, {}, 'stands'],
    ['no day without cover is left', { gap: null }, {}, 'ends gap-closed'],
    [
      'no day is left, and the release moved',
      { gap: null, ...later({ releaseOn: day('2026-04-09') }) },
      {},
      'ends gap-closed',
    ],
    ['nothing is prescribed any more', { gap: 'not-prescribed' }, {}, 'ends no-treatment'],
    ['a day of it is covered meanwhile', { gap: { ...EASTER, from: day('2026-04-04'), days: 3 } }, {}, 'stands'],
    ['the release moved', later({ releaseOn: day('2026-04-09') }), {}, 'stale release-moved'],
    ['the date is not known any more', later({ releaseOn: null }), {}, 'stale release-moved'],
    ['another treatment', later({ treatmentId: 'depot' }), {}, 'stale treatment-changed'],
    ['another dosing point', later({ dosingServiceId: 'riverside' }), {}, 'stale place-changed'],
    ['no dosing point any more', later({ dosingServiceId: null }), {}, 'stale place-changed'],
    ['the prescription was withdrawn', later({ prescriptionIds: [] }), {}, 'stale prescription-withdrawn'],
    [
      'one of two prescriptions was withdrawn',
      later({ prescriptionIds: ['bridge'] }),
      { basis: { ...BASIS, prescriptionIds: ['bridge', 'next'] } },
      'stale prescription-withdrawn',
    ],
    ['one more prescription', later({ prescriptionIds: ['bridge', 'next'] }), {}, 'stands'],
    ['the place is shut on a day of it', { shutOn: day('2026-04-04') }, {}, 'stale place-shut'],
    ['the gap began earlier', { gap: { ...EASTER, from: day('2026-04-02'), days: 5 } }, {}, 'stale gap-changed'],
    ['the gap grew', { gap: { ...EASTER, to: day('2026-04-07'), days: 5 } }, {}, 'stale gap-changed'],
    [
      'two moved: the first of the list is told',
      later({ releaseOn: null, treatmentId: null }),
      {},
      'stale release-moved',
    ],
    ['said already', later({ releaseOn: null }), { staleBecause: 'gap-changed' }, 'stands'],
    ['said already, and nothing is left', { gap: null }, { staleBecause: 'gap-changed' }, 'ends gap-closed'],
    ['decided before the facts were kept', later({ releaseOn: null }), { basis: null }, 'stands'],
  ])('%s', (_name, now, plan, expected) => {
    expect(standing(now, plan)).toBe(expected)
  })

  it('each reason can be told', () => {
    const told = new Set(
      [
        later({ releaseOn: null }),
        later({ treatmentId: null }),
        later({ dosingServiceId: null }),
        later({ prescriptionIds: [] }),
        { shutOn: EASTER.from },
        { gap: { ...EASTER, to: day('2026-04-09') } },
      ].map((now) => standing(now).split(' ')[1]),
    )
    expect([...told]).toEqual([...STALE_REASONS])
  })
})

describe('the days on which a way is done', () => {
  it.each<[WayToClose, string[]]>([
    [
      {
        way: 'depot-before-release',
        condition: 'clinically-agreed',
        medicine: 'buprenorphine-weekly-depot',
        injectOn: day('2026-04-01'),
        remainingGapDays: 0,
      },
      ['2026-04-01'],
    ],
    [
      { way: 'bridging-supply', supply: { from: day('2026-04-03'), to: day('2026-04-05') }, remainingGapDays: 1 },
      ['2026-04-03', '2026-04-04', '2026-04-05'],
    ],
    [
      {
        way: 'other-dosing-point',
        serviceId: 'mill-lane',
        openDays: [day('2026-04-04'), day('2026-04-06')],
        remainingGapDays: 2,
      },
      ['2026-04-04', '2026-04-06'],
    ],
    [{ way: 'earlier-appointment', appointmentOn: day('2026-04-03'), remainingGapDays: 0 }, ['2026-04-03']],
    [
      {
        way: 'earlier-release',
        condition: 'law-allows',
        releaseOn: day('2026-04-01'),
        appointmentOn: null,
        remainingGapDays: 0,
      },
      ['2026-04-01'],
    ],
  ])('%s', (way, days) => {
    expect(daysOfWay(way)).toEqual(days)
  })
})
