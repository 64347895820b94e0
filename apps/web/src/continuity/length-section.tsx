import type { LengthsPage } from '@throughcare/api/continuity/get-lengths'
import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import { medianOf, readLengthMonths } from '@throughcare/domain/continuity/process-chart/read-months'
import type { MonthLengths } from '@throughcare/domain/continuity/tell-lengths'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'
import { getLengthWords } from './get-length-words.ts'
import { MonthChart } from './month-chart.tsx'

type Props = { readonly page: LengthsPage; readonly annotations: readonly ShownAnnotation[] }

/** Where the axis can end: hours up to two weeks, days up to a month. */
const TOPS = [1, 2, 4, 8, 12, 24, 48, 96, 168, 336]

/** The median of a length of time month by month, as a chart of its process and as a table. */
export async function LengthSection({ page, annotations }: Props) {
  const { indicator } = page.whole
  const [t, process, words, lengths] = await Promise.all([
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
    getLengthWords(indicator),
  ])
  const read = readLengthMonths({ ...page, ...page.selection, indicator }, annotations)
  if (read.months.length < 2) return null
  const highest = Math.max(
    ...read.months.map(({ row }) => medianOf(row) ?? 0),
    ...read.chart.points.map((point) => point?.upper ?? 0),
  )
  const told = (row: MonthLengths): string => {
    const median = medianOf(row)
    if (median !== null) return lengths.estimate(median)
    return row.state === 'shown' ? lengths.length('open') : t(row.state === 'few' ? 'length.few' : 'no-cases')
  }
  return (
    <Section heading={t('length.heading')} lead={t('length.estimated')} card>
      <MonthChart
        read={read}
        scale={{
          pointOf: medianOf,
          text: lengths.estimate,
          tick: lengths.tick,
          top: TOPS.find((top) => top >= highest) ?? highest,
        }}
        limits={<p>{process('limits.individuals')}</p>}
        table={{
          caption: t('month.caption', { figure: t(`indicator.${indicator}`) }),
          hideCaption: true,
          columns: [
            { key: 'key', header: t('month.column'), isRowHeader: true },
            { key: 'median', header: t('length.median'), align: 'end' },
            { key: 'open', header: t('length.open'), align: 'end' },
            { key: 'counted', header: t('month.counted'), align: 'end' },
          ],
          rows: read.months.map(({ month, row }) => ({
            key: month,
            cells: {
              key: words.month(month),
              median: told(row),
              open: row.state === 'shown' ? lengths.count(row.open) : '–',
              counted: row.state === 'shown' ? t('length.about-count', { count: row.about }) : '–',
            },
          })),
        }}
      />
    </Section>
  )
}
