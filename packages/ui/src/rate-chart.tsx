import { scaleLinear, scalePoint } from 'd3-scale'
import type { ReactNode } from 'react'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { limitLinesOf, linesOf, type RatePoint } from './rate-lines.tsx'
import type { TableProps } from './table.tsx'

export type RateChartProps<Key extends string> = ChartWords & {
  readonly points: readonly RatePoint[]
  readonly table: TableProps<Key>
  /** "0 %", "25 %" … for the axis. */
  readonly tickText: (rate: number) => string
  /** What a gap means, said in the legend when there is one. */
  readonly gapText: string
  /** What the broken lines mean, and what a diamond does; said when there are any. */
  readonly limitsText?: string | undefined
  readonly standsText?: string | undefined
  /** What a point with a broken edge means; said when there is one. */
  readonly openText?: string | undefined
  /** What was written on a point; numbered on the chart, and told in a list below it in the order given. */
  readonly notes?: readonly ChartNote[] | undefined
  /** What is aimed at, 0 to 1, and what that line means. */
  readonly target?: { readonly rate: number; readonly text: string } | null | undefined
}

export type ChartNote = { readonly key: string; readonly point: string; readonly text: ReactNode }

/** A rate month by month, 0 to 100 % always, drawn on the server. Unknown and suppressed months are gaps marked on the axis. */
export function RateChart<Key extends string>({
  points,
  table,
  tickText,
  gapText,
  limitsText,
  standsText,
  openText,
  notes = [],
  target = null,
  ...words
}: RateChartProps<Key>) {
  const picture = { points, tickText, notes, target: target?.rate ?? null }
  const hasGap = points.some((point) => point.rate === null)
  return (
    <ChartFrame {...words} table={table}>
      {/* Drawn twice, because letters in a scaled picture become too small to read on a phone; the sheet shows one. */}
      <RatePicture size="wide" width={720} height={240} {...picture} />
      <RatePicture size="narrow" width={340} height={220} {...picture} />
      {hasGap && <Legend className="tc-chart__gap" d={crossAt(6, 6)} text={gapText} />}
      {limitsText && points.some(({ limits }) => limits) && (
        <Legend className="tc-chart__limit" d="M0 6h12" text={limitsText} />
      )}
      {standsText && points.some(({ stands }) => stands) && (
        <Legend className="tc-chart__dot" d={diamondAt(6, 6)} text={standsText} />
      )}
      {openText && points.some(({ isOpen, rate }) => isOpen && rate !== null) && (
        <Legend className="tc-chart__dot tc-chart__dot--open" d={circleAt(6, 6)} text={openText} />
      )}
      {target && <Legend className="tc-chart__target" d="M0 6h12" text={target.text} />}
      {notes.length > 0 && (
        <ol className="tc-chart__notes">
          {notes.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ol>
      )}
    </ChartFrame>
  )
}

function Legend({ className, d, text }: { readonly className: string; readonly d: string; readonly text: string }) {
  return (
    <p className="tc-chart__legend">
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path className={className} d={d} />
      </svg>
      {text}
    </p>
  )
}

const NOTE_RISE = 14
const MARGIN = { top: 20, right: 12, bottom: 30, left: 52 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const LABEL_WIDTH = 48

type RatePictureProps = Pick<RateChartProps<string>, 'points' | 'tickText'> & {
  readonly notes: readonly ChartNote[]
  readonly target: number | null
  readonly size: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
}

function RatePicture({ size, width, height, points, tickText, notes, target }: RatePictureProps) {
  const right = width - MARGIN.right
  const x = scalePoint<string>()
    .domain(points.map((point) => point.key))
    .range([MARGIN.left, right])
    .padding(0.5)
  const y = scaleLinear()
    .domain([0, 1])
    .range([height - MARGIN.bottom, MARGIN.top])
    .clamp(true)
  const at = (point: RatePoint) => x(point.key) ?? MARGIN.left
  const labelEvery = Math.max(1, Math.ceil((points.length * LABEL_WIDTH) / (right - MARGIN.left)))
  return (
    <svg
      className="tc-chart__picture"
      data-size={size}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line
            className="tc-chart__grid"
            data-base={tick === 0 || undefined}
            x1={MARGIN.left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="tc-chart__tick" x={MARGIN.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {target !== null && (
        <line className="tc-chart__target" x1={MARGIN.left} x2={right} y1={y(target)} y2={y(target)} />
      )}
      {notes.map(({ key, point }, place) => (
        <g key={key}>
          <line
            className="tc-chart__note"
            x1={x(point)}
            x2={x(point)}
            y1={MARGIN.top - NOTE_RISE}
            y2={height - MARGIN.bottom}
          />
          <text
            className="tc-chart__note-number"
            x={(x(point) ?? 0) + 4 + 10 * before(notes, place)}
            y={MARGIN.top - 2}
          >
            {place + 1}
          </text>
        </g>
      ))}
      {limitLinesOf(points).flatMap((line) =>
        (['centre', 'lower', 'upper'] as const).map((edge) => (
          <polyline
            key={`${line[0]?.key} ${edge}`}
            className={edge === 'centre' ? 'tc-chart__centre' : 'tc-chart__limit'}
            points={line.flatMap((point) => (point.limits ? [`${at(point)},${y(point.limits[edge])}`] : [])).join(' ')}
          />
        )),
      )}
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
          ) : point.stands ? (
            <path className="tc-chart__dot" d={diamondAt(at(point), y(point.rate))} />
          ) : (
            <path
              className={point.isOpen ? 'tc-chart__dot tc-chart__dot--open' : 'tc-chart__dot'}
              d={circleAt(at(point), y(point.rate))}
            />
          )}
          {index % labelEvery === 0 && (
            <text className="tc-chart__tick" x={at(point)} y={height - 8} textAnchor="middle">
              {point.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

const crossAt = (cx: number, cy: number) => `M${cx - 4} ${cy - 4}l8 8M${cx - 4} ${cy + 4}l8 -8`
const circleAt = (cx: number, cy: number) => `M${cx - 4} ${cy}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`
const diamondAt = (cx: number, cy: number) => `M${cx} ${cy - 6}l6 6l-6 6l-6 -6z`
/** How many notes of the same point stand before this one: their numbers are written side by side. */
const before = (notes: readonly ChartNote[], place: number) =>
  notes.slice(0, place).filter(({ point }) => point === notes[place]?.point).length
