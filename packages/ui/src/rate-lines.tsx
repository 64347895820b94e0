export type RatePoint = {
  readonly key: string
  /** Under the axis: "Jan", "Feb". */
  readonly label: string
  /** 0 to 1; null = not shown or not known: a gap in the line, never a zero. */
  readonly rate: number | null
  /** Where the process lies and between what chance alone moves it, 0 to 1; null or left out: no limits are drawn. */
  readonly limits?: { readonly centre: number; readonly lower: number; readonly upper: number } | null | undefined
  /** More than chance: the point is drawn as a diamond. */
  readonly stands?: boolean | undefined
  /** Not over yet: the point is drawn with a broken edge, and no line goes to it. */
  readonly isOpen?: boolean | undefined
  /** The process is another one from here on: limits are drawn anew, and nothing joins them to those before. */
  readonly beginsAnew?: boolean | undefined
}

type ShownPoint = RatePoint & { readonly rate: number }

/** The stretches between gaps: each is drawn by itself, so that no line crosses a month that is not shown. */
export function linesOf(points: readonly RatePoint[]): readonly (readonly ShownPoint[])[] {
  const lines: ShownPoint[][] = [[]]
  for (const point of points) {
    if (point.rate === null || point.isOpen) lines.push([])
    else lines.at(-1)?.push({ ...point, rate: point.rate })
  }
  return lines.filter((line) => line.length > 0)
}

/** The stretches over which one set of limits holds: they end at a gap as lines do, and where limits begin anew. */
export function limitLinesOf(points: readonly RatePoint[]): readonly (readonly ShownPoint[])[] {
  return linesOf(points).flatMap((line) => {
    const starts = line.flatMap((point, place) => (place === 0 || point.beginsAnew ? [place] : []))
    return starts.map((from, place) => line.slice(from, starts[place + 1]))
  })
}
