import type { Category } from '../access/access-codes.ts'
import type { Breakdown } from '../continuity/breakdowns.ts'
import type { FigureRow, IndicatorReport } from '../continuity/continuity-report.ts'
import type { CountOutcome } from '../continuity/count-codes.ts'
import type { FlowGroup } from '../continuity/flow/flow-report.ts'
import { CATEGORY_OF_STEP, type FlowStep } from '../continuity/flow/flow-steps.ts'
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
  /** The flow of each group of which something may leave. Files made before it did have none. */
  groups?: LeavingGroup[]
}

/** By what people are told apart outside: by nothing that only we can name, such as a service asked or an area. */
export type LeavingBreakdown = 'prison' | Exclude<Breakdown, 'area'>

/** One group as it left: a code, or the name of a prison. */
export type LeavingGroup = FlowGroup & { breakdown: LeavingBreakdown }

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
export function carriedBy({ figures, groups = [] }: Pick<LeavingFigures, 'figures' | 'groups'>): Category[] {
  return [
    ...new Set([
      ...figures.map(({ indicator }) => CATEGORY_OF_INDICATOR[indicator]),
      ...groups.flatMap(({ breakdown, steps }): Category[] => [
        CATEGORY_OF_GROUP[breakdown],
        ...steps.map(({ step }) => CATEGORY_OF_STEP[step]),
      ]),
    ]),
  ]
}

/** From what people are told apart. */
const CATEGORY_OF_GROUP: Record<LeavingBreakdown, Category> = {
  prison: 'release',
  weekday: 'release',
  'release-kind': 'release',
  'legal-status': 'release',
  country: 'release',
  sex: 'identity',
  'age-band': 'identity',
  language: 'identity',
  medicine: 'omt',
}

/** What stands in a line that is no detail. Null: not told of a group. */
export type LeavingRow = Pick<FigureRow, 'met' | 'counted' | 'rate'> & Record<'notMet' | 'unknown', ShownCount | null>

/** One line of the file: which figure, of what, and its counts. Null: not of this line. */
export type LeavingLine = FigureLine | GroupLine

/** A step of the flow, of one group; `released`: everybody in it. */
export type GroupLine = {
  part: 'group'
  step: FlowStep | 'released'
  breakdown: LeavingBreakdown
  /** A code, or the name of a prison. */
  of: string
  row: LeavingRow | null
  count: ShownCount | null
}

export type FigureLine = {
  indicator: Indicator
  part: 'whole' | 'month' | 'prison' | 'detail'
  /** A month as `2026-04`, a prison's name; of a detail how it counted and which it is. */
  of: string | { outcome: CountOutcome; detail: ShownDetail } | null
  row: LeavingRow | null
  /** Of a detail: its count. */
  count: ShownCount | null
}

/** Every line of the file, figure by figure. What is not collected has none: it is not 0. */
export function leavingLines({ figures, groups = [] }: Pick<LeavingFigures, 'figures' | 'groups'>): LeavingLine[] {
  return [...figureLines(figures), ...groups.flatMap(groupLines)]
}

function groupLines({ breakdown, value, released, steps }: LeavingGroup): GroupLine[] {
  return [
    { part: 'group', step: 'released', breakdown, of: value, row: null, count: released },
    ...steps.map(
      ({ step, met, counted, rate }): GroupLine => ({
        part: 'group',
        step,
        breakdown,
        of: value,
        row: { met, counted, rate, notMet: null, unknown: null },
        count: null,
      }),
    ),
  ]
}

function figureLines(figures: readonly LeavingFigure[]): FigureLine[] {
  return figures.flatMap((figure): FigureLine[] => {
    if (figure.state !== 'collected') return []
    const { indicator, overall, details, byMonth, byPrison } = figure
    return [
      { indicator, part: 'whole', of: null, row: overall, count: null },
      ...byMonth.map((row): FigureLine => ({ indicator, part: 'month', of: row.month, row, count: null })),
      ...byPrison.map((row): FigureLine => ({ indicator, part: 'prison', of: row.prison, row, count: null })),
      ...details.map(
        ({ outcome, detail, count }): FigureLine => ({
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
