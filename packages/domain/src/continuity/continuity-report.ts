import { COUNT_OUTCOMES, type CountOutcome } from './count-codes.ts'
import { detailsOf, type ShownDetail } from './indicator-details.ts'
import { INDICATORS, type Indicator } from './indicators.ts'
import {
  type Column,
  cellId,
  countCells,
  detailId,
  monthRow,
  OVERALL,
  pageModel,
  prisonRow,
  type ReportScope,
} from './page-model.ts'
import { type Rate, rateOf } from './rate.ts'
import { type ShownCount, SMALLEST_COUNT, type SmallestCount } from './small-counts.ts'
import { suppressTables } from './suppress-tables.ts'
import type { Tally } from './tally-cases.ts'

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
  /** Not one case is known to be met or not met: nobody collects this yet, and it is not 0 %. */
  | { indicator: Indicator; state: 'not-collected-yet' }
  | {
      indicator: Indicator
      state: 'collected'
      overall: FigureRow
      /** How it was met, why not, what is unknown, and what stands beside the figure: over the whole period only. */
      details: { outcome: CountOutcome; detail: ShownDetail; count: ShownCount }[]
      byMonth: (FigureRow & { month: string })[]
      byPrison: (FigureRow & { prisonId: string })[]
    }

/**
 * The continuity page: every figure over the whole period, by month and by prison, with small counts taken out of all of
 * it together (rules FIG-6, FIG-7). What is hidden is not in the answer, so no page can show it by mistake.
 *
 * Tallies of other months or prisons than those of the scope are not counted.
 *
 * @param smallest ten for whatever leaves
 */
export function continuityReport(
  tallies: readonly Tally[],
  scope: ReportScope,
  smallest: SmallestCount = SMALLEST_COUNT,
): IndicatorReport[] {
  const months = new Set(scope.months)
  const prisonIds = new Set(scope.prisonIds)
  const counts = countCells(tallies.filter(({ month, prisonId }) => months.has(month) && prisonIds.has(prisonId)))
  const collected = INDICATORS.filter((indicator) => stateOf(counts, indicator) === 'collected')
  const { hidden } = suppressTables([pageModel(counts, collected, scope)], smallest)
  const shown = (cell: string): ShownCount => (hidden.has(cell) ? 'hidden' : (counts.get(cell) ?? 0))

  return INDICATORS.map((indicator): IndicatorReport => {
    const state = stateOf(counts, indicator)
    if (state !== 'collected') return { indicator, state }
    const row = (name: string) => figureRow((column) => shown(cellId(name, indicator, column)))
    return {
      indicator,
      state,
      overall: row(OVERALL),
      details: COUNT_OUTCOMES.flatMap((outcome) =>
        detailsOf(indicator, outcome).map((detail) => ({
          outcome,
          detail,
          count: shown(detailId(indicator, outcome, detail)),
        })),
      ),
      byMonth: scope.months.map((month) => ({ month, ...row(monthRow(month)) })),
      byPrison: scope.prisonIds.map((prisonId) => ({ prisonId, ...row(prisonRow(prisonId)) })),
    }
  })
}

function stateOf(counts: ReadonlyMap<string, number>, indicator: Indicator): IndicatorReport['state'] {
  const count = (column: Column) => counts.get(cellId(OVERALL, indicator, column)) ?? 0
  if (count('counted') + count('left-out') === 0) return 'no-cases'
  return count('counted') > 0 && count('met') + count('not-met') === 0 ? 'not-collected-yet' : 'collected'
}

/** A rate only from counts that are shown: a rounded one would tell them all the same. */
export function figureRow(shown: (column: Column) => ShownCount): FigureRow {
  const met = shown('met')
  const notMet = shown('not-met')
  const unknown = shown('unknown')
  const counted = shown('counted')
  if (met === 'hidden' || counted === 'hidden') return { met, notMet, unknown, counted, rate: { kind: 'hidden' } }
  return { met, notMet, unknown, counted, rate: rateOf({ met, denominator: counted }) }
}
