import type { Category } from '../access/access-codes.ts'
import type { FigureRow, IndicatorReport } from '../continuity/continuity-report.ts'
import type { CountOutcome } from '../continuity/count-codes.ts'
import { CATEGORY_OF_INDICATOR } from '../continuity/indicator-categories.ts'
import type { ShownDetail } from '../continuity/indicator-details.ts'
import type { Indicator } from '../continuity/indicators.ts'
import type { Month } from '../continuity/report-window.ts'
import type { ShownCount } from '../continuity/small-counts.ts'

/** One figure as it left. */
export type LeavingFigure =
  | { indicator: Indicator; state: Exclude<IndicatorReport['state'], 'collected'> }
  | {
      indicator: Indicator
      state: 'collected'
      overall: FigureRow
      details: { outcome: CountOutcome; detail: ShownDetail; count: ShownCount }[]
      byMonth: (FigureRow & { month: Month })[]
      byPrison: (FigureRow & { prison: string })[]
    }

/** Figures as they left: counts of ten and more, months and not days, prisons by name, nobody (rules FIG-7, OUT-1). Frozen when they were made. */
export type LeavingFigures = {
  serviceName: string
  scope: 'prison' | 'service' | 'region'
  months: Month[]
  /** As of when. ISO 8601. */
  countedAt: string
  figures: LeavingFigure[]
}

/** A report of the page as it leaves: prisons by name, because outside nobody knows our ids. */
export function leavingFigure(
  report: IndicatorReport,
  prisons: readonly { id: string; name: string }[],
): LeavingFigure {
  if (report.state !== 'collected') return report
  const { byPrison, ...rest } = report
  return {
    ...rest,
    byPrison: byPrison.map(({ prisonId, ...row }) => ({
      prison: prisons.find(({ id }) => id === prisonId)?.name ?? '',
      ...row,
    })),
  }
}

/** The kinds of information that figures are counted from: what the sentence on every export names. */
export function carriedBy({ figures }: Pick<LeavingFigures, 'figures'>): Category[] {
  return [...new Set(figures.map(({ indicator }) => CATEGORY_OF_INDICATOR[indicator]))]
}

/** One line of the file: which figure, of what, and its counts. Null: not of this line. */
export type LeavingLine = {
  indicator: Indicator
  part: 'whole' | 'month' | 'prison' | 'detail'
  /** A month as `2026-04`, a prison's name; of a detail how it counted and which it is. */
  of: string | { outcome: CountOutcome; detail: ShownDetail } | null
  row: FigureRow | null
  /** Of a detail: its count. */
  count: ShownCount | null
}

/** Every line of the file, figure by figure. What is not collected has none: it is not 0. */
export function leavingLines({ figures }: Pick<LeavingFigures, 'figures'>): LeavingLine[] {
  return figures.flatMap((figure): LeavingLine[] => {
    if (figure.state !== 'collected') return []
    const { indicator, overall, details, byMonth, byPrison } = figure
    return [
      { indicator, part: 'whole', of: null, row: overall, count: null },
      ...byMonth.map((row): LeavingLine => ({ indicator, part: 'month', of: row.month, row, count: null })),
      ...byPrison.map((row): LeavingLine => ({ indicator, part: 'prison', of: row.prison, row, count: null })),
      ...details.map(
        ({ outcome, detail, count }): LeavingLine => ({
          indicator,
          part: 'detail',
          of: { outcome, detail },
          row: null,
          count,
        }),
      ),
    ]
  })
}
