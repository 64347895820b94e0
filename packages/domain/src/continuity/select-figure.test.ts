import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportsOf, type Tally } from '../../testing/continuity/tally-cases.ts'
import type { FigureRow } from './continuity-report.ts'
import { type CollectedReport, selectFigure, shownCountOf } from './select-figure.ts'
import type { ShownCount } from './small-counts.ts'

const row = (met: ShownCount, notMet: ShownCount, unknown: ShownCount, counted: ShownCount): FigureRow => ({
  met,
  notMet,
  unknown,
  counted,
  rate: met === 'hidden' || counted === 'hidden' ? { kind: 'hidden' } : { kind: 'too-few' },
})

const REPORT: CollectedReport = {
  indicator: 'dose-within-48-hours',
  state: 'collected',
  overall: row(60, 20, 20, 100),
  about: null,
  details: [
    { outcome: 'met', detail: 'supervised', count: 60 },
    { outcome: 'left-out', detail: 'not-on-treatment', count: 30 },
    { outcome: 'left-out', detail: 'treatment-not-known', count: 5 },
  ],
  byMonth: [
    { month: '2026-01', ...row(20, 5, 5, 30) },
    { month: '2026-02', ...row('hidden', 'hidden', 8, 30) },
    { month: '2026-03', ...row(22, 8, 10, 40) },
  ],
  byPrison: [
    { prisonId: 'ila', ...row(50, 10, 10, 70) },
    { prisonId: 'halden', ...row(10, 10, 10, 30) },
  ],
}

describe('what a filter leaves (rule FIG-7)', () => {
  it('the whole period is the report, with its details', () => {
    const selected = selectFigure(REPORT, { from: '2026-01', to: '2026-03', prisonId: null })
    expect(selected).toEqual({ figure: REPORT.overall, about: null, details: REPORT.details, byMonth: REPORT.byMonth })
  })

  it('months that are shown add up, and give a rate', () => {
    expect(selectFigure(REPORT, { from: '2026-01', to: '2026-01', prisonId: null }).figure).toMatchObject({
      met: 20,
      notMet: 5,
      unknown: 5,
      counted: 30,
      rate: { kind: 'rate', share: 20 / 30, met: 20, denominator: 30 },
    })
  })

  it('whichever months are asked for, all of them are there for the limits of their chart', () => {
    const { byMonth, details } = selectFigure(REPORT, { from: '2026-01', to: '2026-01', prisonId: null })
    expect([byMonth, details]).toEqual([REPORT.byMonth, []])
  })

  it('a hidden month hides the sum that it is in, and no more', () => {
    expect(selectFigure(REPORT, { from: '2026-02', to: '2026-03', prisonId: null }).figure).toEqual({
      met: 'hidden',
      notMet: 'hidden',
      unknown: 18,
      counted: 70,
      rate: { kind: 'hidden' },
    })
  })

  it('one prison is its row of the whole period, without months and details', () => {
    const selected = selectFigure(REPORT, { from: '2026-01', to: '2026-03', prisonId: 'halden' })
    expect(selected).toEqual({ figure: row(10, 10, 10, 30), about: null, details: [], byMonth: [] })
  })

  it('a total in fives is of the whole period, and of no month and no prison', () => {
    const hidden = { ...REPORT, overall: row('hidden', 20, 'hidden', 'hidden'), about: 95 }
    const about = (from: string, prisonId: string | null) =>
      selectFigure(hidden, { from, to: '2026-03', prisonId }).about
    expect([about('2026-01', null), about('2026-02', null), about('2026-01', 'ila')]).toEqual([95, null, null])
  })

  it('a prison that is not of the report has nobody', () => {
    expect(selectFigure(REPORT, { from: '2026-01', to: '2026-03', prisonId: 'bodo' }).figure.rate).toEqual({
      kind: 'nobody',
    })
  })

  it('those beside the figure are counted over the whole period only', () => {
    const whole = selectFigure(REPORT, { from: '2026-01', to: '2026-03', prisonId: null })
    expect([shownCountOf(whole, 'left-out'), shownCountOf(whole, 'met')]).toEqual([35, 60])
    const part = selectFigure(REPORT, { from: '2026-01', to: '2026-01', prisonId: null })
    expect([shownCountOf(part, 'left-out'), shownCountOf(part, 'unknown'), shownCountOf(part, 'not-met')]).toEqual([
      'hidden',
      5,
      5,
    ])
  })

  it('tells nothing that the whole page does not: every shown sum is a sum of shown rows', () => {
    const months = ['2026-01', '2026-02', '2026-03', '2026-04']
    const anyTally: fc.Arbitrary<Tally> = fc.record({
      indicator: fc.constant('dose-within-48-hours'),
      month: fc.constantFrom(...months),
      prisonId: fc.constantFrom('ila', 'halden'),
      outcome: fc.constantFrom('met', 'not-met', 'unknown', 'left-out'),
      detail: fc.constant('nothing-recorded'),
      count: fc.integer({ min: 0, max: 14 }),
    })
    fc.assert(
      fc.property(fc.array(anyTally, { maxLength: 24 }), fc.nat(3), fc.nat(3), (tallies, one, other) => {
        const [from = '', to = ''] = [months[Math.min(one, other)], months[Math.max(one, other)]]
        const [report] = reportsOf(tallies, { months, prisonIds: ['ila', 'halden'] })
        if (report?.state !== 'collected') return
        const isWhole = from === months[0] && to === months.at(-1)
        const { figure, byMonth } = selectFigure(report, { from, to, prisonId: null })
        const asked = byMonth.filter(({ month }) => from <= month && month <= to)
        for (const column of ['met', 'notMet', 'unknown', 'counted'] as const) {
          if (isWhole || figure[column] === 'hidden') continue
          expect(asked.every((each) => each[column] !== 'hidden')).toBe(true)
          // Neither is anything small made by adding up what is not.
          expect(figure[column] === 0 || figure[column] >= 5).toBe(true)
        }
      }),
    )
  })
})
