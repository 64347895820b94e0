import { scaleLinear } from 'd3-scale'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { bandBoxes, type CurvePoint, stepLine } from './curve-steps.tsx'
import type { TableProps } from './table.tsx'

export type CurveChartProps<Key extends string> = ChartWords & {
  /** The first six are drawn, and the table has all of them. Of one alone the interval is drawn as a band; of several it stands in the table. */
  readonly curves: readonly { readonly key: string; readonly label: string; readonly points: readonly CurvePoint[] }[]
  readonly table: TableProps<Key>
  /** Marks on the axis of time. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  /** The axis of time: evenly from `from` to `bend`, and from there to `to` in less room. */
  readonly span: { readonly from: number; readonly bend: number; readonly to: number }
  readonly tickText: (share: number) => string
  /** What the band means; said where one is drawn. */
  readonly bandText: string
  /** What the dotted upright means at which the axis changes. */
  readonly bendText: string
  /** That only six of them are drawn; said where there are more. */
  readonly moreText: string
}

/** More lines than these cannot be told apart by their dashes. */
export const DRAWN_CURVES = 6

/** How many have had something after so long, as steps, drawn on the server. Groups differ by dashes and a letter. */
export function CurveChart<Key extends string>({
  curves: all,
  table,
  ticks,
  span,
  tickText,
  bandText,
  bendText,
  moreText,
  ...words
}: CurveChartProps<Key>) {
  const curves = all.slice(0, DRAWN_CURVES)
  const picture = { curves, ticks, span, tickText }
  const hasBand = curves.length === 1 && curves[0]?.points.some(({ interval }) => interval)
  return (
    <ChartFrame {...words} table={table}>
      {curves.length > 1 && (
        <ul className="tc-chart__key">
          {curves.map(({ key, label }, nr) => (
            <li key={key}>
              <svg viewBox="0 0 36 12" aria-hidden="true" focusable="false">
                <path className="tc-chart__curve" data-nr={nr} d="M0 6h36" />
              </svg>
              {letterOf(nr)} {label}
            </li>
          ))}
        </ul>
      )}
      {all.length > DRAWN_CURVES && <p>{moreText}</p>}
      {/* Drawn twice, because letters in a scaled picture become too small to read on a phone; the sheet shows one. */}
      <CurvePicture size="wide" width={720} height={280} {...picture} />
      <CurvePicture size="narrow" width={340} height={240} {...picture} />
      {hasBand && (
        <p className="tc-chart__legend">
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect className="tc-chart__band" width="12" height="12" />
          </svg>
          {bandText}
        </p>
      )}
      <p className="tc-chart__legend">
        <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path className="tc-chart__break" d="M6 0v12" />
        </svg>
        {bendText}
      </p>
    </ChartFrame>
  )
}

const MARGIN = { top: 12, right: 26, bottom: 30, left: 52 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]
/** Of the width, up to the bend. */
const BEFORE_BEND = 0.64
const LABEL_WIDTH = 44

type PictureProps = Pick<CurveChartProps<string>, 'curves' | 'ticks' | 'span' | 'tickText'> & {
  readonly size: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
}

function CurvePicture({ size, width, height, curves, ticks, span, tickText }: PictureProps) {
  const right = width - MARGIN.right
  const bend = MARGIN.left + (right - MARGIN.left) * BEFORE_BEND
  const x = scaleLinear().domain([span.from, span.bend, span.to]).range([MARGIN.left, bend, right]).clamp(true)
  const y = scaleLinear()
    .domain([0, 1])
    .range([height - MARGIN.bottom, MARGIN.top])
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
      <line className="tc-chart__break" x1={bend} x2={bend} y1={MARGIN.top} y2={height - MARGIN.bottom} />
      {labelled(ticks, x).map(({ at, text }) => (
        <text key={at} className="tc-chart__tick" x={x(at)} y={height - 8} textAnchor="middle">
          {text}
        </text>
      ))}
      {curves.length === 1 &&
        bandBoxes(curves[0]?.points ?? [], x, y).map(({ key, ...box }) => (
          <rect key={key} className="tc-chart__band" {...box} />
        ))}
      {curves.map(({ key, points }, nr) => {
        const last = points.at(-1)
        return (
          <g key={key}>
            <path className="tc-chart__curve" data-nr={nr} d={stepLine(points, x, y)} />
            {last && curves.length > 1 && (
              <text className="tc-chart__letter" x={x(last.at) + 6 + (nr % 2) * 9} y={y(last.share)} dy="0.35em">
                {letterOf(nr)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** As many of the marks as have room. */
function labelled<Tick extends { readonly at: number }>(ticks: readonly Tick[], x: (at: number) => number): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    if (!last || x(tick.at) - x(last.at) >= LABEL_WIDTH) kept.push(tick)
  }
  return kept
}

const letterOf = (nr: number) => String.fromCharCode(65 + nr)
