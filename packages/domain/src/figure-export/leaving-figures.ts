import type { Category } from '../access/access-codes.ts'
import type { Breakdown } from '../continuity/breakdowns.ts'
import type { FigureRow, IndicatorReport } from '../continuity/continuity-report.ts'
import type { CountOutcome } from '../continuity/count-codes.ts'
import type { FlowGroup } from '../continuity/flow/flow-report.ts'
import { CATEGORY_OF_STEP } from '../continuity/flow/flow-steps.ts'
import { CATEGORY_OF_INDICATOR } from '../continuity/indicator-categories.ts'
import type { ShownDetail } from '../continuity/indicator-details.ts'
import { INDICATOR_TABLE, type Indicator } from '../continuity/indicators.ts'
import type { readChart } from '../continuity/process-chart/read-chart.ts'
import { readMonths } from '../continuity/process-chart/read-months.ts'
import { isMonthOver, type Month } from '../continuity/report-window.ts'
import type { ShownCount } from '../continuity/small-counts.ts'
import type { FigureAnnotation } from '../figure-annotation/annotations-of-figure.ts'
import { carriedBeside, type LeavingBeside } from './leaving-beside.ts'

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
      /** What its months say. Files made before they were read have none. */
      reading?: LeavingReading
    }

/** Variation and assurance of a figure, as its chart was read when it left; what was written on the chart stays: it is free text. */
export type LeavingReading = ReturnType<typeof readChart> & { target: number | null; isTrial: boolean }

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
  /** The other pages of figures. Files made before they left have none. */
  beside?: LeavingBeside
}

/** By what people are told apart outside: by nothing that only we can name, such as a service asked or an area. */
export type LeavingBreakdown = 'prison' | Exclude<Breakdown, 'area'>

/** One group as it left: a code, or the name of a prison. */
export type LeavingGroup = FlowGroup & { breakdown: LeavingBreakdown }

/** What a figure that leaves is read with. */
type LeavingWith = Pick<LeavingFigures, 'countedAt'> & {
  prisons: readonly { id: string; name: string }[]
  /** Everything written on the charts of the service. */
  annotations: readonly (FigureAnnotation & { withdrawnAt: Date | null })[]
}

/** A report of the page as it leaves: prisons by name, because outside nobody knows our ids, and what its months say in words. */
export function leavingFigure(
  report: IndicatorReport,
  { countedAt, prisons, annotations }: LeavingWith,
): LeavingFigure {
  if (report.state !== 'collected') return report
  const { byPrison, about: _staysOnThePage, ...rest } = report
  const [from = '', to = from] = [rest.byMonth[0]?.month, rest.byMonth.at(-1)?.month]
  const { reading, written, isTrial } = readMonths({ ...rest, from, to, countedAt }, annotations, 'proportions')
  return {
    ...rest,
    reading: { ...reading, target: written.target?.share ?? null, isTrial },
    byPrison: byPrison.map(({ prisonId, ...row }) => ({
      prison: prisons.find(({ id }) => id === prisonId)?.name ?? '',
      ...row,
    })),
  }
}

/** Whether everybody released in this month had the time of the figure when it left: before that its rate is lower than it will be. */
export function isMonthOfFigureOver(indicator: Indicator, month: Month, countedAt: string): boolean {
  return isMonthOver(month, INDICATOR_TABLE[indicator].overAfterDays, countedAt)
}

/** The kinds of information that figures are counted from: what the sentence on every export names. */
export function carriedBy({
  figures,
  groups = [],
  beside,
}: Pick<LeavingFigures, 'figures' | 'groups' | 'beside'>): Category[] {
  return [
    ...new Set([
      ...figures.map(({ indicator }) => CATEGORY_OF_INDICATOR[indicator]),
      ...groups.flatMap(({ breakdown, steps }): Category[] => [
        CATEGORY_OF_GROUP[breakdown],
        ...steps.map(({ step }) => CATEGORY_OF_STEP[step]),
      ]),
      ...(beside ? carriedBeside(beside) : []),
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
