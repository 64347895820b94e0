import type { Figure } from '@throughcare/api/continuity/get-report'
import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import type { FigureRow } from '@throughcare/domain/continuity/continuity-report'
import {
  individualsChart,
  type ProcessChart,
  type Proportion,
  proportionsChart,
} from '@throughcare/domain/continuity/process-chart/process-chart'
import { readChart } from '@throughcare/domain/continuity/process-chart/read-chart'
import {
  type AnnotationsOfFigure,
  annotationsOfFigure,
} from '@throughcare/domain/figure-annotation/annotations-of-figure'
import type { LimitsChoice } from './continuity-address.ts'

type Collected = Extract<Figure, { state: 'collected' }>
type Months = {
  written: AnnotationsOfFigure<ShownAnnotation>
  chart: ProcessChart
  reading: ReturnType<typeof readChart>
}

/**
 * What the months of a figure say: what is written on them, their limits, and how they vary. Limits are worked out from what is
 * shown alone: limits made from a hidden month would tell it.
 *
 * @param annotations everything written on the charts of the service, the withdrawn too
 */
export function readMonths(
  { indicator, byMonth }: Collected,
  annotations: readonly ShownAnnotation[],
  limits: LimitsChoice,
): Months {
  const standing = annotations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const written = annotationsOfFigure(
    standing,
    indicator,
    byMonth.map(({ month }) => month),
  )
  const rebases = written.newLimits.map(({ place }) => place)
  const chart =
    limits === 'individuals'
      ? individualsChart(byMonth.map(shareOf), rebases)
      : proportionsChart(byMonth.map(proportionOf), rebases)
  return { written, chart, reading: readChart(chart, { better: 'higher', target: written.target?.share ?? null }) }
}

/** The rate as a share of one; null where none is shown. */
export function shareOf({ rate }: FigureRow): number | null {
  return rate.kind === 'rate' ? rate.share : null
}

function proportionOf({ rate }: FigureRow): Proportion {
  return rate.kind === 'rate' ? { met: rate.met, counted: rate.denominator } : null
}
