import type { Actor } from '@throughcare/db/actor'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { ContinuityReportInput } from '@throughcare/domain/continuity/continuity-input'
import { figureRow, type IndicatorReport } from '@throughcare/domain/continuity/continuity-report'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { lengthsOf } from '@throughcare/domain/continuity/durations'
import { ALL_ROW, rowOf } from '@throughcare/domain/continuity/figure-tables'
import { CATEGORY_OF_INDICATOR, lengthIndicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import { detailsOf } from '@throughcare/domain/continuity/indicator-details'
import type { Indicator, LengthIndicator } from '@throughcare/domain/continuity/indicators'
import { SMALLEST_DENOMINATOR } from '@throughcare/domain/continuity/rate'
import type { Month } from '@throughcare/domain/continuity/report-window'
import {
  type CollectedReport,
  type FigureSelection,
  type SelectedFigure,
  selectFigure,
} from '@throughcare/domain/continuity/select-figure'
import { SMALLEST_COUNT } from '@throughcare/domain/continuity/small-counts'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { selectionOf } from './measure-releases.ts'
import { type ReadFigures, readFigures } from './read-figures.ts'

/** Whose releases are counted: a prison's own, those handed to a service, or all of a region's. */
export type ContinuityScope = 'prison' | 'service' | 'region'

/** One figure of the page. */
export type Figure = { indicator: Indicator } & (
  | { state: Exclude<IndicatorReport['state'], 'collected'> }
  | ({ state: 'collected'; byPrison: CollectedReport['byPrison'] } & SelectedFigure)
)

/** Half, and nine of ten, within so many hours or days; null where not so many have come to an end. */
export type LengthFigure = { indicator: LengthIndicator } & (
  | { state: 'no-cases' | 'few' }
  | { state: 'shown'; median: number | null; p90: number | null; about: number }
)

export type ContinuityPage = {
  scope: ContinuityScope
  /** Every month that the figures cover, the earliest first. */
  months: Month[]
  selection: FigureSelection
  prisons: { id: string; name: string }[]
  figures: Figure[]
  /** Figures that are lengths of time, over the whole period. */
  lengths: LengthFigure[]
  /** Whether a count opens the cases that it counted. */
  opensCases: boolean
  /** As of when. ISO 8601. */
  countedAt: string
  /** The database itself, or a copy of it that follows, and how far behind that was. */
  readFrom: ReadFrom
}

/** The continuity dashboard of the actor's own scope, small counts left out of all pages of figures together. */
export async function getReport(actor: Actor, input: ContinuityReportInput): Promise<ContinuityPage> {
  const kind = actor.serviceKind as ServiceKind
  const closed = closedCategories(actor as Parameters<typeof closedCategories>[0])
  const isOpen = (indicator: Indicator | LengthIndicator) => !closed.includes(CATEGORY_OF_INDICATOR[indicator])
  const lengths = lengthIndicatorsOf(kind).filter(isOpen)
  const asked = { measures: lengths, breakdowns: ['all'], from: null, to: null, byMonth: false }
  const figures = await readFigures(actor, 'continuity.report', SMALLEST_COUNT, [asked])
  const selection = selectionOf(figures, input)
  return {
    scope: figures.scope,
    months: figures.months,
    selection,
    prisons: figures.prisons,
    figures: figures.indicators.filter(isOpen).map((indicator) => figureOf(reportOf(figures, indicator), selection)),
    lengths: lengths.map((indicator) => lengthOf(indicator, figures)),
    opensCases: mayEver(actor.role, kind, 'continuity.cases'),
    countedAt: figures.countedUntil.toISOString(),
    readFrom: figures.readFrom,
  }
}

/** A length is told of ten or more, and how many they were in fives: it names nobody, and takes nothing out of what is hidden. */
function lengthOf(indicator: LengthIndicator, { totals }: ReadFigures): LengthFigure {
  const counts = totals.filter(({ measure, isOwn }) => measure === indicator && !isOwn)
  const { median, p90, known, open } = lengthsOf(counts)
  const counted = known + open
  if (counted === 0) return { indicator, state: 'no-cases' }
  if (counted < SMALLEST_DENOMINATOR) return { indicator, state: 'few' }
  return { indicator, state: 'shown', median, p90, about: Math.round(counted / 5) * 5 }
}

/** One figure over the whole period, by month and by prison, as it may be shown. */
export function reportOf(
  { shown, totals, months, prisons, scope }: Omit<ReadFigures, 'readFrom'>,
  indicator: Indicator,
): IndicatorReport {
  const counts = new Map<string, number>()
  for (const { measure, breakdown, month, isOwn, outcome, count } of totals)
    if (measure === indicator && breakdown === 'all' && month === null && !isOwn)
      counts.set(outcome, (counts.get(outcome) ?? 0) + count)
  if (counts.size === 0) return { indicator, state: 'no-cases' }
  const isKnown = counts.has('met') || counts.has('not-met') || !counts.has('unknown')
  if (!isKnown) return { indicator, state: 'not-collected-yet' }
  const row = (name: string) =>
    figureRow((column) => shown.count(name, indicator, column === 'releases' ? 'released' : column))
  return {
    indicator,
    state: 'collected',
    overall: row(ALL_ROW),
    details: COUNT_OUTCOMES.flatMap((outcome) =>
      detailsOf(indicator, outcome).map((detail) => ({
        outcome,
        detail,
        count: shown.detail(ALL_ROW, indicator, outcome, detail),
      })),
    ),
    byMonth: months.map((month) => ({ month, ...row(rowOf({ breakdown: 'all', value: 'all', month })) })),
    byPrison:
      scope === 'prison'
        ? prisons.map(({ id }) => ({ prisonId: id, ...row(ALL_ROW) }))
        : prisons.map(({ id }) => ({ prisonId: id, ...row(rowOf({ breakdown: 'prison', value: id, month: null })) })),
  }
}

function figureOf(report: IndicatorReport, selection: FigureSelection): Figure {
  if (report.state !== 'collected') return report
  const { indicator, state, byPrison } = report
  return { indicator, state, byPrison, ...selectFigure(report, selection) }
}
