export type RatePoint = {
  readonly key: string
  /** Under the axis: "Jan", "Feb". */
  readonly label: string
  /** 0 to 1; null = not shown or not known: a gap in the line, never a zero. */
  readonly rate: number | null
}

type ShownPoint = RatePoint & { readonly rate: number }

/** The stretches between gaps: each is drawn by itself, so that no line crosses a month that is not shown. */
export function linesOf(points: readonly RatePoint[]): readonly (readonly ShownPoint[])[] {
  const lines: ShownPoint[][] = [[]]
  for (const point of points) {
    if (point.rate === null) lines.push([])
    else lines.at(-1)?.push({ ...point, rate: point.rate })
  }
  return lines.filter((line) => line.length > 0)
}
