import { scaleLinear, scalePoint } from 'd3-scale'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import type { TableProps } from './table.tsx'

export type RatePoint = {
  readonly key: string
  /** Under the axis: "Jan", "Feb". */
  readonly label: string
  /** 0 to 1; null = not shown or not known: a gap in the line, never a zero. */
  readonly rate: number | null
}

export type RateChartProps<Key extends string> = ChartWords & {
  readonly points: readonly RatePoint[]
  readonly table: TableProps<Key>
  /** "0 %", "25 %" … for the axis. */
  readonly tickText: (rate: number) => string
  /** What a gap means, said in the legend when there is one. */
  readonly gapText: string
}

const WIDTH = 640
const HEIGHT = 240
const MARGIN = { top: 12, right: 16, bottom: 30, left: 52 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** A rate month by month, 0 to 100 % always, drawn on the server. Unknown and suppressed months are gaps marked on the axis. */
export function RateChart<Key extends string>({ points, table, tickText, gapText, ...words }: RateChartProps<Key>) {
  const x = scalePoint<string>()
    .domain(points.map((point) => point.key))
    .range([MARGIN.left, WIDTH - MARGIN.right])
    .padding(0.5)
  const y = scaleLinear()
    .domain([0, 1])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
  const at = (point: RatePoint) => x(point.key) ?? MARGIN.left
  // A label every n-th month, so that they never touch: about 48 units each.
  const every = Math.max(1, Math.ceil((points.length * 48) / (WIDTH - MARGIN.left - MARGIN.right)))
  const hasGap = points.some((point) => point.rate === null)
  return (
    <ChartFrame {...words} table={table}>
      <svg className="tc-chart__picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {TICKS.map((tick) => (
          <g key={tick}>
            <line className="tc-chart__grid" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
            <text className="tc-chart__tick" x={MARGIN.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {linesOf(points).map((line) => (
          <polyline
            key={line[0]?.key}
            className="tc-chart__line"
            points={line.map((point) => `${at(point)},${y(point.rate)}`).join(' ')}
          />
        ))}
        {points.map((point, index) => (
          <g key={point.key}>
            {point.rate === null ? (
              <path className="tc-chart__gap" d={crossAt(at(point), y(0))} />
            ) : (
              <circle className="tc-chart__dot" cx={at(point)} cy={y(point.rate)} r="4.5" />
            )}
            {index % every === 0 && (
              <text className="tc-chart__tick" x={at(point)} y={HEIGHT - 8} textAnchor="middle">
                {point.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      {hasGap && (
        <p className="tc-chart__legend">
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <path className="tc-chart__gap" d={crossAt(6, 6)} />
          </svg>
          {gapText}
        </p>
      )}
    </ChartFrame>
  )
}

const crossAt = (cx: number, cy: number) => `M${cx - 4} ${cy - 4}l8 8M${cx - 4} ${cy + 4}l8 -8`

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
