import type { SimulationPage, SimulationResult } from '@throughcare/api/simulation/list-simulations'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getSimulationWords } from './get-simulation-words.ts'
import { SimulationCharts } from './simulation-charts.tsx'

type Props = { readonly run: NonNullable<SimulationPage['chosen']>; readonly result: SimulationResult }

/** What a replay answered: each set of rules beside how it was, who was replayed, and what is assumed. */
export async function SimulationAnswer({ run, result }: Props) {
  const [t, words, months] = await Promise.all([getTranslations('simulation'), getSimulationWords(), getFigureWords()])
  const { period, asItWas, scenarios } = result
  const isWidened = period.from !== run.from || period.to !== run.to
  const notTold = t('result.not-told')
  return (
    <Stack gap="large">
      <Section
        heading={t('result.heading')}
        headingLevel={3}
        lead={
          isWidened ? t('result.widened', { from: months.month(period.from), to: months.month(period.to) }) : undefined
        }
      >
        <Notice tone="info">{t('assumed.association')}</Notice>
        <Table
          caption={t('result.table')}
          hideCaption
          columns={[
            { key: 'rule', header: t('result.rule'), isRowHeader: true },
            { key: 'days', header: t('result.days'), align: 'end' },
            { key: 'difference', header: t('result.difference'), align: 'end' },
            { key: 'within', header: t('result.within'), align: 'end' },
            { key: 'points', header: t('result.share-difference'), align: 'end' },
            { key: 'reached', header: t('result.reached'), align: 'end' },
            { key: 'unknown', header: notTold, align: 'end' },
          ]}
          rows={[
            {
              key: 'was',
              cells: {
                rule: t('result.as-it-was'),
                days: words.days(asItWas.uncoveredDays),
                difference: t('result.none'),
                within: words.share(asItWas.within48),
                points: t('result.none'),
                reached: t('result.none'),
                unknown: t('result.none'),
              },
            },
            ...scenarios.map((each) => {
              const silence = words.silence(each)
              return {
                key: each.rules.join(' '),
                cells: {
                  rule: words.rules(each.rules),
                  days: silence ?? words.days(each.uncoveredDays),
                  difference: silence === null ? words.dayDifference(each.difference) : t('result.none'),
                  within: silence === null ? words.share(each.within48) : t('result.none'),
                  points: silence === null ? words.shareDifference(each.within48Difference) : t('result.none'),
                  reached: words.count(each.reached),
                  unknown: words.count(each.unknown),
                },
              }
            }),
          ]}
        />
      </Section>
      <SimulationCharts result={result} />
      <Section heading={t('who.heading')} headingLevel={3}>
        <SummaryList
          rows={[
            { key: 'total', label: t('who.total'), value: words.count(result.total) },
            { key: 'replayed', label: t('who.replayed'), value: words.count(result.replayed) },
            ...result.notReplayed
              .filter(({ count }) => count !== 0)
              .map(({ reason, count }) => ({ key: reason, label: t(`who.${reason}`), value: words.count(count) })),
          ]}
        />
      </Section>
      <Section heading={t('assumed.heading')} headingLevel={3}>
        <ul>
          <li>{t('assumed.comes')}</li>
          <li>{t('assumed.unknown', { column: notTold })}</li>
          <li>{t('assumed.moves')}</li>
          <li>{t('assumed.hours')}</li>
          <li>{t('assumed.interval', { seed: `${run.seed}` })}</li>
          <li>{t('assumed.restricted')}</li>
          <li>{t('assumed.medicine')}</li>
        </ul>
      </Section>
    </Stack>
  )
}
