import type { ContinuityPage, Figure } from '@throughcare/api/continuity/get-report'
import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import type { FigureRow } from '@throughcare/domain/continuity/continuity-report'
import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { type LimitsChoice, readMonths, shareOf } from '@throughcare/domain/continuity/process-chart/read-months'
import type { ShownCount } from '@throughcare/domain/continuity/small-counts'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Columns, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { RateBars } from '@throughcare/ui/rate-bars'
import { Section } from '@throughcare/ui/section'
import { Table, type TableProps } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { type ContinuityChoice, choiceQuery } from './continuity-address.ts'
import { getFigureWords } from './get-figure-words.ts'
import { MonthChart } from './month-chart.tsx'

type Collected = Extract<Figure, { state: 'collected' }>
type Props = {
  readonly figure: Collected
  readonly page: ContinuityPage
  readonly annotations: readonly ShownAnnotation[]
  readonly limits: LimitsChoice
}
type Column = 'key' | 'rate' | 'interval' | 'met' | 'notMet' | 'unknown' | 'counted'

/** One figure month by month and prison by prison, each chart with its table, and every count with its cases. */
export async function FigureSection({ figure, page, annotations, limits }: Props) {
  const [t, process, words] = await Promise.all([
    getTranslations('continuity'),
    getTranslations('process-chart'),
    getFigureWords(),
  ])
  const { indicator, byPrison, details } = figure
  const read = readMonths({ ...figure, ...page.selection, countedAt: page.countedAt }, annotations, limits)
  const hasMonths = read.months.length > 1
  const title = t(`indicator.${indicator}`)

  const countCell = (
    row: FigureRow,
    column: 'met' | 'notMet' | 'unknown',
    counted: CountOutcome,
    of: ContinuityChoice,
  ) => {
    const count = row[column]
    const text = words.count(count)
    if (!page.opensCases || count === 'hidden' || count === 0) return text
    return <Link href={paths.continuityCases(indicator, { counted, ...choiceQuery(of) })}>{text}</Link>
  }
  const table = (
    caption: string,
    header: string,
    rows: readonly { key: string; label: string; row: FigureRow; of: ContinuityChoice }[],
  ): TableProps<Column> => ({
    caption,
    hideCaption: true,
    columns: [
      { key: 'key', header, isRowHeader: true },
      { key: 'rate', header: t('month.rate'), align: 'end' },
      { key: 'interval', header: t('interval-label'), align: 'end' },
      { key: 'met', header: t('outcome.met'), align: 'end' },
      { key: 'notMet', header: t('outcome.not-met'), align: 'end' },
      { key: 'unknown', header: t('outcome.unknown'), align: 'end' },
      { key: 'counted', header: t('month.counted'), align: 'end' },
    ],
    rows: rows.map(({ key, label, row, of }) => ({
      key,
      cells: {
        key: label,
        rate: row.rate.kind === 'rate' ? words.rate(row) : '–',
        interval: words.interval(row) ?? '–',
        met: countCell(row, 'met', 'met', of),
        notMet: countCell(row, 'notMet', 'not-met', of),
        unknown: countCell(row, 'unknown', 'unknown', of),
        counted: words.count(row.counted),
      },
    })),
  })

  const inMonth = (month: string): ContinuityChoice => ({ from: month, to: month, prisonId: null })
  const inPrison = (prisonId: string): ContinuityChoice => ({ from: null, to: null, prisonId })
  return (
    <Section heading={t('figure.heading')} card>
      <Stack gap="large">
        {hasMonths && page.prisons.length > 1 ? (
          <Columns split="main-aside">
            <ByMonth />
            <ByPrison />
          </Columns>
        ) : (
          <>
            {hasMonths && <ByMonth />}
            {page.prisons.length > 1 && <ByPrison />}
          </>
        )}
        {details.length > 0 && (
          <Disclosure summary={t('ways.heading')}>
            <Table
              caption={t('ways.heading')}
              hideCaption
              size="small"
              phone="scroll"
              columns={[
                { key: 'way', header: t('ways.way') },
                { key: 'why', header: t('ways.why'), isRowHeader: true },
                { key: 'count', header: t('ways.count'), align: 'end' },
              ]}
              rows={COUNT_OUTCOMES.flatMap((outcome) =>
                details
                  .filter((each) => each.outcome === outcome)
                  .map(({ detail, count }) => ({
                    key: `${outcome} ${detail}`,
                    cells: {
                      way: t(`outcome.${outcome}`),
                      why: t(`detail.${indicator}.${detail}`),
                      count: detailCell(outcome, detail, count),
                    },
                  })),
              )}
            />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )

  function detailCell(counted: CountOutcome, detail: string, count: ShownCount) {
    const text = words.count(count)
    if (!page.opensCases || count === 'hidden' || count === 0) return text
    return <Link href={paths.continuityCases(indicator, { counted, detail })}>{text}</Link>
  }

  function ByMonth() {
    return (
      <MonthChart
        read={read}
        scale={{ pointOf: shareOf, text: words.percent, tick: words.percent, top: 1 }}
        limits={
          <p>
            {process(`limits.${limits}`)}{' '}
            <Link href={paths.continuityFigure(indicator, { ...choiceQuery(page.selection), limits: other(limits) })}>
              {process(limits === 'individuals' ? 'limits.to-proportions' : 'limits.to-individuals')}
            </Link>
          </p>
        }
        table={table(
          t('month.caption', { figure: title }),
          t('month.column'),
          read.months.map(({ month, row }) => ({ key: month, label: words.month(month), row, of: inMonth(month) })),
        )}
      />
    )
  }

  function ByPrison() {
    return (
      <RateBars
        title={t('prison.title')}
        summary={t('prison.summary')}
        tableText={t('prison.table')}
        bars={byPrison.map((row) => ({
          key: row.prisonId,
          label: prisonName(row.prisonId),
          rate: shareOf(row),
          text: barText(row),
        }))}
        table={table(
          t('prison.caption', { figure: title }),
          t('prison.column'),
          byPrison.map((row) => ({
            key: row.prisonId,
            label: prisonName(row.prisonId),
            row,
            of: inPrison(row.prisonId),
          })),
        )}
      />
    )
  }

  function prisonName(prisonId: string): string {
    return page.prisons.find(({ id }) => id === prisonId)?.name ?? ''
  }

  function barText(row: FigureRow): string {
    const { met, counted, rate } = row
    if (rate.kind !== 'rate' || met === 'hidden' || counted === 'hidden') return words.rate(row)
    return t('prison.text', { rate: words.percent(rate.share), met, all: counted })
  }
}

const other = (limits: LimitsChoice): LimitsChoice | undefined => (limits === 'individuals' ? undefined : 'individuals')
