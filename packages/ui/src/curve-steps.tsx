/** A curve at one moment: it holds from there to the next. */
export type CurvePoint = {
  readonly at: number
  /** 0 to 1. */
  readonly share: number
  readonly interval?: { readonly lower: number; readonly upper: number } | null | undefined
}

type Place = (value: number) => number

/** The line of a step curve: level from each moment to the next, then up or down at once. Nothing for no point. */
export function stepLine(points: readonly CurvePoint[], x: Place, y: Place): string {
  return points
    .map(({ at, share }, place) => (place === 0 ? `M${x(at)} ${y(share)}` : `H${x(at)}V${y(share)}`))
    .join('')
}

/** The area between the ends of the intervals, one rectangle from each moment to the next; none where there is no interval. */
export function bandBoxes(
  points: readonly CurvePoint[],
  x: Place,
  y: Place,
): { key: number; x: number; y: number; width: number; height: number }[] {
  return points.flatMap(({ at, interval }, place) => {
    const next = points[place + 1]
    if (!interval || !next) return []
    const top = y(interval.upper)
    return [{ key: at, x: x(at), y: top, width: x(next.at) - x(at), height: y(interval.lower) - top }]
  })
}
