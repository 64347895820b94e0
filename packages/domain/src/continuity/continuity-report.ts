import { COUNT_OUTCOMES, type CountOutcome } from './count-codes.ts'
import { ALL_ROW, type FigureTotal, rowOf } from './figure-tables.ts'
import { detailsOf, type ShownDetail } from './indicator-details.ts'
import { INDICATOR_TABLE, type Indicator } from './indicators.ts'
import { type Rate, rateOf } from './rate.ts'
import type { Month } from './report-window.ts'
import type { FigureScope, ShownFigures } from './show-figures.ts'
import type { ShownCount } from './small-counts.ts'

export type FigureRow = {
  met: ShownCount
  notMet: ShownCount
  unknown: ShownCount
  /** Met, not met and unknown together: what stands below the line. */
  counted: ShownCount
  rate: Rate | { kind: 'hidden' }
}

export type IndicatorReport =
  | { indicator: Indicator; state: 'no-cases' }
  /** Nothing records what it asks for, or not one case is known to be met or not met: nobody collects this yet, and it is not 0 %. */
  | { indicator: Indicator; state: 'not-collected-yet' }
  | {
      indicator: Indicator
      state: 'collected'
      overall: FigureRow
      /** Everybody counted, in fives: where the count itself is hidden and this may be told. */
      about: number | null
      /** How it was met, why not, what is unknown, and what stands beside the figure: over the whole period only. */
      details: { outcome: CountOutcome; detail: ShownDetail; count: ShownCount }[]
      byMonth: (FigureRow & { month: string })[]
      byPrison: (FigureRow & { prisonId: string })[]
    }

/** What a report is made of: what may be shown, and the exact totals that tell whether anybody was counted at all. */
export type ReportedFigures = {
  shown: Pick<ShownFigures, 'count' | 'detail' | 'about'>
  /** Of everybody, over the whole period. */
  totals: readonly Pick<FigureTotal, 'measure' | 'breakdown' | 'month' | 'outcome'>[]
  months: readonly Month[]
  prisonIds: readonly string[]
  scope: FigureScope
}

/**
 * One figure over the whole period, by month and by prison, as it may be shown (rules FIG-6, FIG-7). What is hidden is not in the
 * answer, so no page can show it by mistake.
 */
export function indicatorReport(
  { shown, totals, months, prisonIds, scope }: ReportedFigures,
  indicator: Indicator,
): IndicatorReport {
  const outcomes = new Set(
    totals.flatMap(({ measure, breakdown, month, outcome }) =>
      measure === indicator && breakdown === 'all' && month === null ? outcome : [],
    ),
  )
  if (totals.length > 0 && !INDICATOR_TABLE[indicator].isCollected) return { indicator, state: 'not-collected-yet' }
  if (outcomes.size === 0) return { indicator, state: 'no-cases' }
  const isKnown = outcomes.has('met') || outcomes.has('not-met') || !outcomes.has('unknown')
  if (!isKnown) return { indicator, state: 'not-collected-yet' }
  const row = (name: string) => figureRow((column) => shown.count(name, indicator, column))
  return {
    indicator,
    state: 'collected',
    overall: row(ALL_ROW),
    about: shown.about(ALL_ROW, indicator, 'counted'),
    details: COUNT_OUTCOMES.flatMap((outcome) =>
      detailsOf(indicator, outcome).map((detail) => ({
        outcome,
        detail,
        count: shown.detail(ALL_ROW, indicator, outcome, detail),
      })),
    ),
    byMonth: months.map((month) => ({ month, ...row(rowOf({ breakdown: 'all', value: 'all', month })) })),
    byPrison: prisonIds.map((id) => ({
      prisonId: id,
      // One's own prison is everybody.
      ...row(scope === 'prison' ? ALL_ROW : rowOf({ breakdown: 'prison', value: id, month: null })),
    })),
  }
}

/** A rate only from counts that are shown: a rounded one would tell them all the same. */
export function figureRow(shown: (column: CountOutcome | 'counted') => ShownCount): FigureRow {
  const met = shown('met')
  const notMet = shown('not-met')
  const unknown = shown('unknown')
  const counted = shown('counted')
  if (met === 'hidden' || counted === 'hidden') return { met, notMet, unknown, counted, rate: { kind: 'hidden' } }
  return { met, notMet, unknown, counted, rate: rateOf({ met, denominator: counted }) }
}
