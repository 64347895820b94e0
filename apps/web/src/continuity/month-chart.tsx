import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import { type LimitsChoice, type ReadMonths, shareOf } from '@throughcare/domain/continuity/process-chart/read-months'
import { toldSigns } from '@throughcare/domain/continuity/process-chart/told-signs'
import type { FigureSelection } from '@throughcare/domain/continuity/select-figure'
import type { AnnotationsOfFigure } from '@throughcare/domain/figure-annotation/annotations-of-figure'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { RateChart } from '@throughcare/ui/rate-chart'
import type { TableProps } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { ChartReading } from './chart-reading.tsx'
import { choiceQuery } from './continuity-address.ts'
import { getFigureWords } from './get-figure-words.ts'

/** What a chart says of each month beside its counts. */
type AddedColumn = 'limits' | 'sign' | 'written'

type Props<Column extends string> = {
  readonly indicator: Indicator
  readonly read: ReadMonths<ShownAnnotation>
  readonly selection: FigureSelection
  readonly limits: LimitsChoice
  /** The months as a table; what the chart adds to each month is added to it. */
  readonly table: TableProps<Column>
}

/** One figure month by month as a chart of its process: what chance does, what is more, and what was written on it. */
export async function MonthChart<Column extends string>({ indicator, read, selection, limits, table }: Props<Column>) {
  const [t, process, words] = await Promise.all([
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
  ])
  const { months, written, chart, reading, isTrial } = read
  const notes = notesOf(written)

  return (
    <Stack gap="small">
      <RateChart<Column | AddedColumn>
        title={t('month.title')}
        summary={monthSummary()}
        tableText={t('month.table')}
        gapText={t('month.gap')}
        tickText={words.percent}
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
          rate: shareOf(row),
          isOpen: !isOver,
          limits: chart.points[place] ?? null,
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
          <p>
            {process(`limits.${limits}`)}{' '}
            <Link href={paths.continuityFigure(indicator, { ...choiceQuery(selection), limits: other(limits) })}>
              {process(limits === 'individuals' ? 'limits.to-proportions' : 'limits.to-individuals')}
            </Link>
          </p>
        </>
      )}
    </Stack>
  )

  function cellsOf(place: number) {
    const point = chart.points[place] ?? null
    return {
      limits: point
        ? process('limits.between', {
            lower: words.percent(within(point.lower)),
            upper: words.percent(within(point.upper)),
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
    const shown = months.flatMap(({ month, row }) =>
      row.rate.kind === 'rate' ? [{ month, share: row.rate.share }] : [],
    )
    const [first, last] = [shown[0], shown.at(-1)]
    const gaps = months.length - shown.length
    if (!first || !last) return t('month.summary-none')
    const line =
      shown.length === 1
        ? t('month.summary-one', { rate: words.percent(first.share), month: words.month(first.month) })
        : t('month.summary', {
            first: words.percent(first.share),
            firstMonth: words.month(first.month),
            last: words.percent(last.share),
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

/** Limits from month to month can lie beyond nobody and everybody. */
const within = (share: number) => Math.min(1, Math.max(0, share))

const other = (limits: LimitsChoice): LimitsChoice | undefined => (limits === 'individuals' ? undefined : 'individuals')
