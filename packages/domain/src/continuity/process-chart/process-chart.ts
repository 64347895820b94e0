import { type PointWithLimits, type Sign, signsOf } from './special-cause.ts'

/** Individual values: 2.66 mean moving ranges to either limit; a range above 3.267 of them is not taken for chance (rule FIG-9). */
const LIMIT_IN_RANGES = 2.66
const SCREENED_RANGE = 3.267
/** Proportions: three standard errors (rule FIG-9). */
const LIMIT_IN_ERRORS = 3
/** Fewer points than these give trial limits, and the chart says so. */
export const LEAST_POINTS = 13

/** A month's value; null is a gap: not shown, or nobody below the line. It is never taken for zero. */
export type Individual = number | null
/** A month's count and what it is of; null is a gap. */
export type Proportion = { readonly met: number; readonly counted: number } | null

export type ChartedPoint = (PointWithLimits & { readonly sign: Sign | null }) | null

export type ProcessChart = {
  readonly points: readonly ChartedPoint[]
  /** From which point on each set of limits holds, and whether they stand on fewer than 13 points. */
  readonly segments: readonly { readonly from: number; readonly points: number; readonly isTrial: boolean }[]
}

/**
 * The XmR chart of values one by one (rule FIG-9): the mean, limits from the mean moving range with wild ranges screened
 * out, and the signs of more than chance. Ranges are taken between neighbours only, not across a gap.
 *
 * @param rebases the places from which on the process is another one, each named and noted where it was decided
 */
export function individualsChart(values: readonly Individual[], rebases: readonly number[] = []): ProcessChart {
  return chart(values, rebases, (segment) => {
    const known = segment.filter((value) => value !== null)
    const ranges = segment.flatMap((value, place) => {
      const before = segment[place - 1] ?? null
      return value === null || before === null ? [] : [Math.abs(value - before)]
    })
    const centre = mean(known)
    const screened = ranges.filter((range) => range <= SCREENED_RANGE * mean(ranges))
    const reach = LIMIT_IN_RANGES * (ranges.length > 0 ? mean(screened) : 0)
    return (value) => ({ value, centre, lower: centre - reach, upper: centre + reach })
  })
}

/**
 * The p-chart of shares (rule FIG-9): the share over all months, and limits that are wider for a month with fewer people.
 * Limits stay between 0 and 1. A month of nobody is a gap.
 */
export function proportionsChart(months: readonly Proportion[], rebases: readonly number[] = []): ProcessChart {
  const shown = months.map((month) => (month === null || month.counted === 0 ? null : month))
  return chart(
    shown,
    rebases,
    (segment) => {
      const known = segment.filter((month) => month !== null)
      const centre = sum(known.map(({ met }) => met)) / sum(known.map(({ counted }) => counted))
      return ({ met, counted }) => {
        const reach = LIMIT_IN_ERRORS * Math.sqrt((centre * (1 - centre)) / counted)
        return { value: met / counted, centre, lower: centre - reach, upper: centre + reach }
      }
    },
    withinShares,
  )
}

/** Signs are told by the limits as they are, and only what is shown ends at nobody and everybody: 100 % is not near 115 %. */
function withinShares({ lower, upper, ...point }: PointWithLimits): PointWithLimits {
  return { ...point, lower: Math.max(0, lower), upper: Math.min(1, upper) }
}

/** Limits for each segment by itself; signs for each unbroken stretch of it. */
function chart<Point>(
  all: readonly (Point | null)[],
  rebases: readonly number[],
  limitsOf: (segment: readonly (Point | null)[]) => (point: Point) => PointWithLimits,
  shown: (point: PointWithLimits) => PointWithLimits = (point) => point,
): ProcessChart {
  const starts = [...new Set([0, ...rebases])]
    .filter((place) => place >= 0 && place < all.length)
    .toSorted((a, b) => a - b)
  const segments = starts.map((from, place) => all.slice(from, starts[place + 1]))
  return {
    points: segments.flatMap((segment) => {
      const limits = segment.some((point) => point !== null) ? limitsOf(segment) : null
      const points = withSigns(segment.map((point) => (point === null || !limits ? null : limits(point))))
      return points.map((point) => point && { ...shown(point), sign: point.sign })
    }),
    segments: segments.map((segment, place) => {
      const points = segment.filter((point) => point !== null).length
      return { from: starts[place] ?? 0, points, isTrial: points < LEAST_POINTS }
    }),
  }
}

function withSigns(points: readonly (PointWithLimits | null)[]): ChartedPoint[] {
  const charted: ChartedPoint[] = []
  for (let from = 0; from < points.length; ) {
    const gap = points.indexOf(null, from)
    const to = gap === -1 ? points.length : gap
    const stretch = points.slice(from, to).filter((point) => point !== null)
    const signs = signsOf(stretch)
    charted.push(...stretch.map((point, place) => ({ ...point, sign: signs[place] ?? null })))
    if (gap !== -1) charted.push(null)
    from = to + 1
  }
  return charted
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length
}
