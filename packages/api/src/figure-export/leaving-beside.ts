import type { AskedTotals } from '@throughcare/db/continuity/totals-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { showCurves } from '@throughcare/domain/continuity/curve/show-curves'
import { isToldByFigures } from '@throughcare/domain/continuity/curve/told-by-figures'
import { countDeaths } from '@throughcare/domain/continuity/flow/count-deaths'
import { flowOfAll, releasedIn } from '@throughcare/domain/continuity/flow/flow-report'
import { DEATHS_MEASURE } from '@throughcare/domain/continuity/flow/flow-steps'
import { CATEGORY_OF_INDICATOR, lengthIndicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { LengthIndicator } from '@throughcare/domain/continuity/indicators'
import { isMonthOver } from '@throughcare/domain/continuity/report-window'
import { SMALLEST_LEAVING } from '@throughcare/domain/continuity/small-counts'
import { TOLD_STEPS, tellLeavingLengths } from '@throughcare/domain/continuity/tell-lengths'
import type { LeavingBarriers, LeavingBeside } from '@throughcare/domain/figure-export/leaving-beside'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { ALL_CURVES, curveGroups, curvesOf } from '../continuity/get-curves.ts'
import { couplesIn, deathsByMonth } from '../continuity/get-flow.ts'
import { countedLengths } from '../continuity/get-report.ts'
import type { ReadFigures } from '../continuity/read-figures.ts'

/** Whether managers, whose files these are, may be told a figure of this category at all. */
export function mayLeave(category: Category): boolean {
  return !closedCategories({ role: 'manager' }).includes(category)
}

function lengthsLeaving(kind: ServiceKind): LengthIndicator[] {
  return lengthIndicatorsOf(kind).filter((indicator) => mayLeave(CATEGORY_OF_INDICATOR[indicator]))
}

/** What these ask for beside the figures: lengths, curves and, of a region, deaths. */
export function askedBeside(kind: ServiceKind): AskedTotals[] {
  const whole = { breakdowns: ['all'], from: null, to: null, byMonth: false }
  const told = { ...whole, measures: [...lengthsLeaving(kind), ...curvesOf(kind).map((curve) => `curve-${curve}`)] }
  // Whom the reader can open one by one, he can take away. A region opens no case.
  return kind === 'region'
    ? [told, { ...whole, measures: [DEATHS_MEASURE], byMonth: true }]
    : [told, { ...told, isOwn: true }]
}

/**
 * The other pages of figures as they leave: where people are lost, couples turned away, lengths, curves of everybody, deaths (rule FIG-7).
 *
 * @param figures read with ten as the smallest count, and with what is asked above
 * @param barriers null to those to whom they are not told
 */
export function leavingBeside(
  figures: Omit<ReadFigures, 'readFrom'>,
  { kind, barriers }: { kind: ServiceKind; barriers: LeavingBarriers | null },
): LeavingBeside {
  const { shown, steps, prisons, months, scope, totals, tellsCouples, countedUntil } = figures
  const couples = tellsCouples ? couplesIn(figures) : null
  const nameOf = (prisonId: string) => prisons.find(({ id }) => id === prisonId)?.name ?? ''
  return {
    flow: { released: releasedIn(shown), steps: flowOfAll(shown, steps) },
    couples: couples
      ? [
          { prison: null, refused: couples.all },
          ...couples.byPrison.map(({ prisonId, refused }) => ({ prison: nameOf(prisonId), refused })),
        ]
      : [],
    lengths: lengthsLeaving(kind).map((indicator) => ({
      indicator,
      ...tellLeavingLengths(countedLengths(totals, indicator), TOLD_STEPS[indicator], SMALLEST_LEAVING),
    })),
    curves: curvesOf(kind).map((curve) => {
      const groups = curveGroups(totals, curve, ALL_CURVES)
      const isTold = (value: string) => isToldByFigures(shown, curve, { breakdown: ALL_CURVES, value })
      // At no moment that the page does not tell: two rows of moments side by side would tell of one to four.
      const { moments } = showCurves(groups, { isTold })
      const left = showCurves(groups, { isTold, within: moments, smallest: SMALLEST_LEAVING })
      return { curve, shown: left.shown[0] ?? null }
    }),
    deaths:
      scope === 'region'
        ? countDeaths(
            deathsByMonth(totals),
            months.filter((month) => isMonthOver(month, 0, countedUntil.toISOString())),
            SMALLEST_LEAVING,
          )
        : [],
    barriers,
  }
}
