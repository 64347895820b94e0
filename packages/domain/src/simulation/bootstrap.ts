import { seededDraws, seedOfRun } from './seeded-draws.ts'

/** What one release adds to each sum: the difference that each set of rules makes, one number each. */
export type Differences = readonly number[]

/** The sums of one run: of as many releases as there are, drawn with replacement. */
export type Draw = readonly number[]

/** Between what the sum may lie. */
export type DifferenceInterval = { readonly lower: number; readonly upper: number }

/**
 * Draws the releases anew, run by run (rule SIM-3). Runs are independent of each other: `bootstrapRuns(…, 0, 1000)` and the
 * same in portions give the same draws.
 *
 * @param differences one entry for each release, all equally long; at least one
 * @param from the first run; `to` the one after the last
 */
export function bootstrapRuns(differences: readonly Differences[], seed: number, from: number, to: number): Draw[] {
  const width = differences[0]?.length ?? 0
  const releases = differences.length
  const flat = Float64Array.from(differences.flat())
  return Array.from({ length: to - from }, (_, index): Draw => {
    const draw = seededDraws(seedOfRun(seed, from + index))
    const sums = new Float64Array(width)
    for (let each = 0; each < releases; each += 1) {
      const start = Math.floor(draw() * releases) * width
      for (let column = 0; column < width; column += 1)
        sums[column] = (sums[column] as number) + (flat[start + column] as number)
    }
    return [...sums]
  })
}

/**
 * The 95 % interval of one of the sums: from the 2.5th to the 97.5th percentile of its draws, with straight lines between
 * neighbours.
 *
 * @throws RangeError when there is no draw
 */
export function percentileInterval(draws: readonly Draw[], column: number): DifferenceInterval {
  if (draws.length === 0) throw new RangeError('an interval needs draws')
  const sorted = Float64Array.from(draws, (draw) => draw[column] ?? 0).sort()
  return { lower: percentile(sorted, 0.025), upper: percentile(sorted, 0.975) }
}

function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const left = sorted[below] ?? 0
  const right = sorted[Math.min(below + 1, sorted.length - 1)] ?? left
  return left + (right - left) * (place - below)
}
