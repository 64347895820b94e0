import {
  type AnnotationsOfFigure,
  annotationsOfFigure,
  type FigureAnnotation,
} from '../../figure-annotation/annotations-of-figure.ts'
import type { FigureRow } from '../continuity-report.ts'
import { INDICATOR_TABLE, type Indicator, type LengthIndicator } from '../indicators.ts'
import { isMonthOver, type Month } from '../report-window.ts'
import type { MonthLengths } from '../tell-lengths.ts'
import { individualsChart, type ProcessChart, type Proportion, proportionsChart } from './process-chart.ts'
import { type BetterWhen, readChart } from './read-chart.ts'

/** How limits of a chart are worked out: from the people of each month, or from one month to the next. */
export type LimitsChoice = 'proportions' | 'individuals'

/** A figure by month, every month that may be shown, and which of them are looked at. */
export type MonthsOfFigure<Of = Indicator, Row = FigureRow & { month: Month }> = {
  readonly indicator: Of
  readonly byMonth: readonly Row[]
  readonly from: Month
  readonly to: Month
  /** As of when they were counted. ISO 8601. */
  readonly countedAt: string
}

/** What was written on a chart; withdrawn, it is on none. */
type Written = FigureAnnotation & { readonly withdrawnAt: string | Date | null }

export type ReadMonths<One extends FigureAnnotation, Row = FigureRow> = {
  /** The months looked at. `isOver`: everybody released in it has had the time of the figure. */
  months: MonthRead<Row>[]
  /** What is written on them. */
  written: AnnotationsOfFigure<One>
  /** One point for each of the months looked at. */
  chart: ProcessChart
  reading: ReturnType<typeof readChart>
  /** Whether the limits of the last month that is read stand on fewer than 13 points. */
  isTrial: boolean
}

type MonthRead<Row> = { month: Month; row: Row; isOver: boolean }

/**
 * What do the months of a figure say: their limits, what is written on them, and how they vary (rule FIG-9)?
 *
 * Limits are worked out over every month that may be shown, so that they are the same whichever months are looked at; and from what
 * is shown alone, because limits made from a hidden month would tell it. A month that is not over for the figure is no point: those
 * whose time is still running stand as not known in it, and it would always seem to be worse.
 *
 * @param annotations everything written on the charts of the service, the withdrawn too
 */
export function readMonths<One extends Written>(
  figure: MonthsOfFigure,
  annotations: readonly One[],
  limits: LimitsChoice,
): ReadMonths<One> {
  return readProcess(figure, annotations, {
    chartOf: (all, rebases) => chartOf(all, rebases, limits),
    better: 'higher',
  })
}

/** The same of a length of time: the median of each month, with limits from one month to the next, and less is better. */
export function readLengthMonths<One extends Written>(
  figure: MonthsOfFigure<LengthIndicator, MonthLengths>,
  annotations: readonly One[],
): ReadMonths<One, MonthLengths> {
  return readProcess(figure, annotations, {
    chartOf: (all, rebases) =>
      individualsChart(
        all.map(({ row, isOver }) => (isOver ? medianOf(row) : null)),
        rebases,
      ),
    better: 'lower',
  })
}

/** The median of a month as far as it is told; null where none is. */
export function medianOf(row: MonthLengths): number | null {
  return row.state === 'shown' ? row.estimate : null
}

type Process<Row> = {
  chartOf: (months: readonly MonthRead<Row>[], rebases: readonly number[]) => ProcessChart
  better: BetterWhen
}

function readProcess<One extends Written, Row extends { month: Month }>(
  { indicator, byMonth, from, to, countedAt }: MonthsOfFigure<Indicator | LengthIndicator, Row>,
  annotations: readonly One[],
  { chartOf, better }: Process<Row>,
): ReadMonths<One, Row> {
  const all = byMonth.map((row) => ({
    month: row.month,
    row,
    isOver: isMonthOver(row.month, INDICATOR_TABLE[indicator].overAfterDays, countedAt),
  }))
  const places = all.flatMap(({ month }, place) => (from <= month && month <= to ? place : []))
  const [first = 0, last = -1] = [places[0], places.at(-1)]
  const standing = annotations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const writtenOn = (months: typeof all) =>
    annotationsOfFigure(
      standing,
      indicator,
      months.map(({ month }) => month),
    )
  const rebases = writtenOn(all).newLimits.map(({ place }) => place)
  const months = all.slice(first, last + 1)
  const chart = cut(chartOf(all, rebases), first, last)
  const written = writtenOn(months)
  const read = chart.points.findLastIndex((point) => point !== null)
  return {
    months,
    written,
    chart,
    reading: readChart(chart, { better, target: written.target?.share ?? null }),
    isTrial: chart.segments.findLast((segment) => segment.from <= read)?.isTrial ?? false,
  }
}

/** The rate as a share of one; null where none is shown. */
export function shareOf({ rate }: FigureRow): number | null {
  return rate.kind === 'rate' ? rate.share : null
}

function chartOf(
  months: readonly MonthRead<FigureRow>[],
  rebases: readonly number[],
  limits: LimitsChoice,
): ProcessChart {
  const read = months.map(({ row, isOver }) => (isOver ? row : null))
  return limits === 'individuals'
    ? individualsChart(
        read.map((row) => row && shareOf(row)),
        rebases,
      )
    : proportionsChart(
        read.map((row) => row && proportionOf(row)),
        rebases,
      )
}

function proportionOf({ rate }: FigureRow): Proportion {
  return rate.kind === 'rate' ? { met: rate.met, counted: rate.denominator } : null
}

/** The points from one place to another, with the limits that they have in the whole. */
function cut({ points, segments }: ProcessChart, first: number, last: number): ProcessChart {
  return {
    points: points.slice(first, last + 1),
    segments: segments
      .filter(({ from }, place) => from <= last && (segments[place + 1]?.from ?? Number.POSITIVE_INFINITY) > first)
      .map((segment) => ({ ...segment, from: Math.max(0, segment.from - first) })),
  }
}
