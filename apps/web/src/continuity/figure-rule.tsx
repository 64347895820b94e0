import { INDICATOR_TABLE, type Indicator, type LengthIndicator } from '@throughcare/domain/continuity/indicators'
import { Disclosure } from '@throughcare/ui/disclosure'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'

/** A figure as its rule pins it: above and below the line, who stands beside it, within which time, by which source. */
export async function FigureRule({ indicator }: { readonly indicator: Indicator | LengthIndicator }) {
  const t = await getTranslations('continuity')
  const rule = INDICATOR_TABLE[indicator]
  return (
    <Disclosure summary={t('rule-in-full.summary', { figure: rule.figure, rule: rule.ruleId })}>
      {/* The rules of an installation are kept in one language, which its approvers read. */}
      <div lang="en">
        <SummaryList
          rows={(['numerator', 'denominator', 'exclusions', 'window', 'source'] as const).map((part) => ({
            key: part,
            label: t(`rule-in-full.${part}`),
            value: rule[part],
          }))}
        />
      </div>
    </Disclosure>
  )
}
