/** Where a point lies, and within what. */
export type PointWithLimits = {
  readonly value: number
  readonly centre: number
  readonly lower: number
  readonly upper: number
}

/** Signs that something other than chance is at work, the strongest first; a point bears the first that holds. */
export const SPECIAL_CAUSES = ['outside', 'trend', 'two-of-three', 'shift'] as const
export type SpecialCause = (typeof SPECIAL_CAUSES)[number]

export type Sign = { readonly cause: SpecialCause; readonly towards: 'high' | 'low' }

/** So many in a row on one side of the centre, or rising or falling (rule FIG-9). */
export const RUN_LENGTH = 7
/** Two of three that lie beyond two thirds of the way to the limit, on one side. */
const NEAR = 2 / 3

/**
 * Which points of one unbroken stretch tell of more than chance (rule FIG-9)? A stretch ends at a gap, because a month that is
 * not shown says neither up nor down, and at a rebasing, because what lies before belongs to another process.
 *
 * @returns for each point its sign, or null
 */
export function signsOf(points: readonly PointWithLimits[]): (Sign | null)[] {
  const high = points.map(({ value, centre }) => value > centre)
  const low = points.map(({ value, centre }) => value < centre)
  const found: Record<SpecialCause, { high: boolean[]; low: boolean[] }> = {
    outside: {
      high: points.map(({ value, upper }) => value > upper),
      low: points.map(({ value, lower }) => value < lower),
    },
    trend: {
      high: runsOfSteps(points, (from, to) => to > from),
      low: runsOfSteps(points, (from, to) => to < from),
    },
    'two-of-three': { high: twoOfThree(points.map(isNearUpper)), low: twoOfThree(points.map(isNearLower)) },
    shift: { high: runsOf(high), low: runsOf(low) },
  }
  return points.map((_, place) => {
    for (const cause of SPECIAL_CAUSES) {
      if (found[cause].high[place]) return { cause, towards: 'high' }
      if (found[cause].low[place]) return { cause, towards: 'low' }
    }
    return null
  })
}

function isNearUpper({ value, centre, upper }: PointWithLimits): boolean {
  return value > centre + NEAR * (upper - centre) && value <= upper
}

function isNearLower({ value, centre, lower }: PointWithLimits): boolean {
  return value < centre - NEAR * (centre - lower) && value >= lower
}

/** Every member of a run that is long enough. */
function runsOf(isIn: readonly boolean[]): boolean[] {
  const marked = isIn.map(() => false)
  let from = 0
  for (let place = 0; place <= isIn.length; place += 1) {
    if (isIn[place]) continue
    if (place - from >= RUN_LENGTH) marked.fill(true, from, place)
    from = place + 1
  }
  return marked
}

/** Seven points in a row, and six steps between them, all in one direction. */
function runsOfSteps(points: readonly PointWithLimits[], isStep: (from: number, to: number) => boolean): boolean[] {
  const marked = points.map(() => false)
  let from = 0
  for (let place = 1; place <= points.length; place += 1) {
    const [last, next] = [points[place - 1], points[place]]
    if (last && next && isStep(last.value, next.value)) continue
    if (place - from >= RUN_LENGTH) marked.fill(true, from, place)
    from = place
  }
  return marked
}

/** The near ones among three neighbours of which at least two are near. */
function twoOfThree(isNear: readonly boolean[]): boolean[] {
  return isNear.map(
    (near, place) =>
      near &&
      [place - 2, place - 1, place].some(
        (from) =>
          from >= 0 &&
          from + 2 < isNear.length &&
          [from, from + 1, from + 2].filter((each) => isNear[each]).length >= 2,
      ),
  )
}
