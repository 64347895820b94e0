import { describe, expect, it } from 'vitest'
import { day } from '../../testing/medication-histories.ts'
import { type AgreedCover, type CoverReadinessInput, coverReadiness } from './cover-readiness.ts'

const EASTER = { from: day('2026-04-03'), to: day('2026-04-06'), days: 4 }
const PLAN: AgreedCover = {
  way: 'bridging-supply',
  gapFrom: EASTER.from,
  gapTo: EASTER.to,
  remainingGapDays: 0,
  byDay: day('2026-04-01'),
  signedOn: null,
  staleBecause: null,
}
const AT: CoverReadinessInput = { gap: EASTER, plan: PLAN, injection: 'not-on-depot', today: day('2026-03-26') }

describe('a gap keeps the plan from "ready" (rule DOSE-30)', () => {
  it.each<[string, Partial<CoverReadinessInput>, 'ready' | 'not-ready', string]>([
    ['no day without cover', { gap: null, plan: null }, 'ready', 'no-gap'],
    ['nothing prescribed', { gap: 'not-prescribed', plan: null }, 'ready', 'not-prescribed'],
    ['nobody can forecast', { gap: 'not-known' }, 'not-ready', 'not-known'],
    ['nothing agreed', { plan: null }, 'not-ready', 'no-plan'],
    [
      'one day and nothing agreed',
      { gap: { ...EASTER, to: EASTER.from, days: 1 }, plan: null },
      'not-ready',
      'no-plan',
    ],
    ['a way that closes it', {}, 'ready', 'way-closes-gap'],
    ['a fact has moved', { plan: { ...PLAN, staleBecause: 'place-shut' } }, 'not-ready', 'plan-stale'],
    [
      'a fact has moved under a signature',
      { plan: { ...PLAN, signedOn: day('2026-03-25'), staleBecause: 'release-moved' } },
      'not-ready',
      'plan-stale',
    ],
    ['a way that leaves a day', { plan: { ...PLAN, remainingGapDays: 1 } }, 'not-ready', 'gap-remains'],
    [
      'a day left, signed for',
      { plan: { ...PLAN, remainingGapDays: 1, signedOn: day('2026-03-26') } },
      'ready',
      'signed',
    ],
    [
      'the gap has grown at its end',
      { gap: { ...EASTER, to: day('2026-04-07'), days: 5 } },
      'not-ready',
      'another-gap',
    ],
    [
      'the gap has grown at its start',
      { gap: { ...EASTER, from: day('2026-04-02'), days: 5 } },
      'not-ready',
      'another-gap',
    ],
    ['the gap has shrunk', { gap: { ...EASTER, from: day('2026-04-05'), days: 2 } }, 'ready', 'way-closes-gap'],
    [
      'another gap, whoever signed',
      {
        gap: { from: day('2026-04-12'), to: day('2026-04-12'), days: 1 },
        plan: { ...PLAN, signedOn: day('2026-03-26') },
      },
      'not-ready',
      'another-gap',
    ],
    ['the last day on which it can be done', { today: day('2026-04-01') }, 'ready', 'way-closes-gap'],
    ['its day has passed and the gap is there', { today: day('2026-04-02') }, 'not-ready', 'overdue'],
    [
      'the same, signed for',
      { today: day('2026-04-02'), plan: { ...PLAN, signedOn: day('2026-04-02') } },
      'ready',
      'signed',
    ],
    ['on a depot, the next injection booked', { gap: null, injection: 'booked' }, 'ready', 'no-gap'],
    [
      'on a depot, the next injection not booked',
      { gap: null, injection: 'not-booked' },
      'not-ready',
      'injection-not-booked',
    ],
    ['a way agreed, the next injection not booked', { injection: 'not-booked' }, 'not-ready', 'injection-not-booked'],
    ['an open gap comes first', { plan: null, injection: 'not-booked' }, 'not-ready', 'no-plan'],
    [
      'nothing is prescribed any more',
      { gap: 'not-prescribed', plan: null, injection: 'not-booked' },
      'ready',
      'not-prescribed',
    ],
    ['an agreement that is not needed any more', { gap: null }, 'ready', 'no-gap'],
  ])('%s', (_, facts, kind, because) => {
    expect(coverReadiness({ ...AT, ...facts })).toEqual({ kind, because })
  })
})
