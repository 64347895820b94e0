import type { ContinuityPage, Figure } from '@throughcare/api/continuity/get-report'
import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import { INDICATOR_TABLE } from '@throughcare/domain/continuity/indicators'
import { readMonths } from '@throughcare/domain/continuity/process-chart/read-months'
import { shownCountOf } from '@throughcare/domain/continuity/select-figure'
import { FigureCard } from '@throughcare/ui/figure-card'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { choiceQuery, isWholePeriod } from './continuity-address.ts'
import { getFigureWords } from './get-figure-words.ts'
import { ReadingTags } from './reading-tags.tsx'

type Props = {
  readonly figure: Figure
  readonly page: ContinuityPage
  /** What stands on the charts of this service. */
  readonly annotations: readonly ShownAnnotation[]
  /** Where its months stand; left out on the very page that shows them. */
  readonly monthsAt?: string | undefined
}

/** One figure at a glance: its rate, what it is made of, what is not known, and what exactly is counted. */
export async function FigureSummary({ figure, page, annotations, monthsAt }: Props) {
  const [t, words] = await Promise.all([getTranslations('continuity'), getFigureWords()])
  const { indicator } = figure
  const isWhole = isWholePeriod(page)
  const title = t(`indicator.${indicator}`)
  const definition = {
    summary: t('definition.summary'),
    text: (
      <>
        <p>{t(`definition.${indicator}`)}</p>
        <p>{t('definition.rule', { rule: INDICATOR_TABLE[indicator].ruleId })}</p>
      </>
    ),
  }
  if (figure.state !== 'collected')
    return (
      <FigureCard
        title={title}
        state="not-collected"
        value={t(figure.state === 'no-cases' ? 'no-cases' : 'not-collected')}
        definition={definition}
      />
    )

  const row = figure.figure
  const interval = words.interval(row)
  const isShown = row.rate.kind === 'rate'
  const { reading, written, isTrial } = readMonths(
    { ...figure, ...page.selection, countedAt: page.countedAt },
    annotations,
    'proportions',
  )
  return (
    <FigureCard
      title={title}
      state={isShown ? 'shown' : 'hidden'}
      value={words.rate(row)}
      counts={
        words.of(indicator, row) ?? (figure.about === null ? undefined : t('counts.about', { all: figure.about }))
      }
      beside={[
        ...(interval === null ? [] : [{ key: 'interval', label: t('interval-label'), value: interval }]),
        { key: 'not-met', label: t('outcome.not-met'), value: words.count(row.notMet) },
        { key: 'unknown', label: t('unknown-counts'), value: words.count(row.unknown) },
        ...(isWhole && INDICATOR_TABLE[indicator].leavesOut
          ? [{ key: 'beside', label: t('outcome.left-out'), value: words.count(shownCountOf(figure, 'left-out')) }]
          : []),
      ]}
      definition={definition}
      months={
        monthsAt === undefined
          ? undefined
          : { href: monthsAt, text: t('month.title'), of: t('cases.of', { figure: title }) }
      }
      cases={
        page.opensCases
          ? {
              href: paths.continuityCases(indicator, choiceQuery(page.selection)),
              text: t('cases.open'),
              of: t('cases.of', { figure: title }),
            }
          : undefined
      }
    >
      {monthsAt !== undefined && reading.variation !== 'unknown' && (
        <ReadingTags reading={reading} target={written.target?.share ?? null} isTrial={isTrial} />
      )}
      {row.rate.kind === 'hidden' && !isWhole && <Link href={paths.continuity()}>{t('hidden.longer')}</Link>}
    </FigureCard>
  )
}
