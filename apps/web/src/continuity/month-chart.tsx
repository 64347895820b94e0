import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import type { ChartedPoint } from '@throughcare/domain/continuity/process-chart/process-chart'
import type { ReadMonths } from '@throughcare/domain/continuity/process-chart/read-months'
import { toldSigns } from '@throughcare/domain/continuity/process-chart/told-signs'
import type { AnnotationsOfFigure } from '@throughcare/domain/figure-annotation/annotations-of-figure'
import { Stack } from '@throughcare/ui/layout'
import { RateChart } from '@throughcare/ui/rate-chart'
import type { TableProps } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ChartReading } from './chart-reading.tsx'
import { getFigureWords } from './get-figure-words.ts'

/** What a chart says of each month beside its counts. */
type AddedColumn = 'limits' | 'sign' | 'written'

type Props<Column extends string, Row> = {
  readonly read: ReadMonths<ShownAnnotation, Row>
  readonly scale: Scale<Row>
  /** How its limits are worked out. */
  readonly limits: ReactNode
  /** The months as a table; what the chart adds to each month is added to it. */
  readonly table: TableProps<Column>
}

/** What stands on the axis, from 0 to `top`. */
type Scale<Row> = {
  readonly pointOf: (row: Row) => number | null
  readonly text: (value: number) => string
  /** Shorter, beside the axis. */
  readonly tick: (value: number) => string
  readonly top: number
}

/** One figure month by month as a chart of its process: what chance does, what is more, and what was written on it. */
export async function MonthChart<Column extends string, Row>({ read, scale, limits, table }: Props<Column, Row>) {
  const [t, process, words] = await Promise.all([
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
  ])
  const { months, written, chart, reading, isTrial } = read
  const notes = notesOf(written)
  const { pointOf, text, tick, top } = scale
  const onAxis = (value: number) => Math.min(1, Math.max(0, value / top))

  return (
    <Stack gap="small">
      <RateChart<Column | AddedColumn>
        title={t('month.title')}
        summary={monthSummary()}
        tableText={t('month.table')}
        gapText={t('month.gap')}
        tickText={(share) => tick(share * top)}
        openText={t('chart.not-over')}
        limitsText={t(chart.segments.some(({ isTrial }) => isTrial) ? 'chart.trial-limits' : 'chart.limits')}
        standsText={t('chart.stands')}
        target={
          written.target && {
            rate: written.target.share,
            text: process('written.target', { target: words.percent(written.target.share) }),
          }
        }
        notes={notes.map((note) => ({ key: note.id, point: note.month, text: noteText(note) }))}
        points={months.map(({ month, row, isOver }, place) => ({
          key: month,
          label: words.tick(month),
          rate: heightOf(row),
          isOpen: !isOver,
          limits: heightsOf(chart.points[place] ?? null),
          stands: Boolean(chart.points[place]?.sign),
          beginsAnew: chart.segments.some(({ from }) => from === place && from > 0),
        }))}
        table={{
          ...table,
          columns: [
            ...table.columns,
            { key: 'limits', header: process('limits.column'), align: 'end' },
            { key: 'sign', header: process('sign.column') },
            { key: 'written', header: process('written.column') },
          ],
          rows: table.rows.map((row, place) => ({ ...row, cells: { ...row.cells, ...cellsOf(place) } })),
        }}
      />
      {reading.variation !== 'unknown' && (
        <>
          <ChartReading
            reading={reading}
            target={written.target?.share ?? null}
            isTrial={isTrial}
            signs={toldSigns(chart).map(({ from, to, ...sign }) => ({
              ...sign,
              from: months[from]?.month ?? '',
              to: months[to]?.month ?? '',
            }))}
          />
          {limits}
        </>
      )}
    </Stack>
  )

  function heightOf(row: Row): number | null {
    const value = pointOf(row)
    return value === null ? null : onAxis(value)
  }

  function heightsOf(point: ChartedPoint) {
    return point && { centre: onAxis(point.centre), lower: onAxis(point.lower), upper: onAxis(point.upper) }
  }

  function cellsOf(place: number) {
    const point = chart.points[place] ?? null
    return {
      limits: point
        ? process('limits.between', {
            lower: text(onAxis(point.lower) * top),
            upper: text(onAxis(point.upper) * top),
          })
        : '–',
      sign: point?.sign ? process(`sign.${point.sign.cause}`) : months[place]?.isOver ? '–' : process('sign.not-over'),
      written: notes.flatMap((note) => (note.month === months[place]?.month ? note.name : [])).join('; ') || '–',
    }
  }

  function noteText({ kind, name, note, month }: ShownAnnotation): string {
    const said = { name, month: words.month(month), note: note ?? '' }
    if (kind === 'new-limits') return process('written.new-limits', said)
    const text = process('written.happening', said)
    return note === null ? text : process('written.with-note', { words: text, note })
  }

  /** The line in words: where it begins and ends, and how many months are not shown. */
  function monthSummary(): string {
    const shown = months.flatMap(({ month, row }) => {
      const value = pointOf(row)
      return value === null ? [] : [{ month, value }]
    })
    const [first, last] = [shown[0], shown.at(-1)]
    const gaps = months.length - shown.length
    if (!first || !last) return t('month.summary-none')
    const line =
      shown.length === 1
        ? t('month.summary-one', { rate: text(first.value), month: words.month(first.month) })
        : t('month.summary', {
            first: text(first.value),
            firstMonth: words.month(first.month),
            last: text(last.value),
            lastMonth: words.month(last.month),
          })
    return gaps > 0 ? `${line} ${t('month.gaps', { months: gaps })}` : line
  }
}

/** What is numbered on the chart, by month. */
function notesOf({ happenings, newLimits }: AnnotationsOfFigure<ShownAnnotation>): ShownAnnotation[] {
  return [...happenings, ...newLimits.map(({ annotation }) => annotation)].toSorted((one, two) =>
    one.month < two.month ? -1 : one.month > two.month ? 1 : 0,
  )
}
