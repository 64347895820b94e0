import type { SimulationResult } from '@throughcare/api/simulation/list-simulations'
import { Stack } from '@throughcare/ui/layout'
import { RateBars } from '@throughcare/ui/rate-bars'
import { getTranslations } from 'next-intl/server'
import { getSimulationWords } from './get-simulation-words.ts'

type Props = { readonly result: SimulationResult }

/** Both answers as bars, each the same as a table. What is not shown has words in the place of its bar. */
export async function SimulationCharts({ result: { asItWas, scenarios } }: Props) {
  const [t, words] = await Promise.all([getTranslations('simulation'), getSimulationWords()])
  const sets = [
    { key: 'was', label: t('result.as-it-was'), silence: null, ...asItWas },
    ...scenarios.map((each) => ({
      key: each.rules.join(' '),
      label: words.rules(each.rules),
      silence: words.silence(each),
      uncoveredDays: each.uncoveredDays,
      within48: each.within48,
    })),
  ]
  const most = Math.max(1, ...sets.map(({ uncoveredDays }) => uncoveredDays ?? 0))
  const days = sets.map(({ key, label, silence, uncoveredDays }) => ({
    key,
    label,
    rate: uncoveredDays === null ? null : uncoveredDays / most,
    text: silence ?? words.days(uncoveredDays),
  }))
  const shares = sets.map(({ key, label, silence, within48 }) => ({
    key,
    label,
    rate: within48,
    text: silence ?? words.share(within48),
  }))
  const tableOf = (title: string, header: string, bars: typeof days) => ({
    caption: title,
    hideCaption: true,
    columns: [
      { key: 'rule' as const, header: t('result.rule'), isRowHeader: true },
      { key: 'value' as const, header, align: 'end' as const },
    ],
    rows: bars.map(({ key, label, text }) => ({ key, cells: { rule: label, value: text } })),
  })
  return (
    <Stack gap="large">
      <RateBars
        title={t('result.days-title')}
        headingLevel={3}
        summary={
          asItWas.uncoveredDays === null
            ? t('result.days-hidden')
            : t('result.days-summary', { days: asItWas.uncoveredDays })
        }
        tableText={t('result.as-table')}
        bars={days}
        table={tableOf(t('result.days-title'), t('result.days'), days)}
      />
      <RateBars
        title={t('result.within-title')}
        headingLevel={3}
        summary={
          asItWas.within48 === null
            ? t('result.within-hidden')
            : t('result.within-summary', { share: words.share(asItWas.within48) })
        }
        tableText={t('result.as-table')}
        bars={shares}
        table={tableOf(t('result.within-title'), t('result.within'), shares)}
      />
    </Stack>
  )
}
