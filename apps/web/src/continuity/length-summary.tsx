import type { LengthFigure } from '@throughcare/api/continuity/get-report'
import type { ToldLength } from '@throughcare/domain/continuity/durations'
import { INDICATOR_TABLE } from '@throughcare/domain/continuity/indicators'
import { FigureCard } from '@throughcare/ui/figure-card'
import { getTranslations } from 'next-intl/server'

const UNIT = { 'hours-to-acknowledge': 'hours', 'hiv-hcv-supply-gap': 'days' } as const

/** A figure that is a length of time: within how long half of them came, and nine of ten. */
export async function LengthSummary({ length }: { readonly length: LengthFigure }) {
  const t = await getTranslations('continuity')
  const { indicator } = length
  const told = (value: ToldLength) => {
    if (typeof value === 'number') return t(`length.${UNIT[indicator]}`, { value })
    return t(value === 'open' ? 'length.not-reached' : 'length.few-at-step')
  }
  return (
    <FigureCard
      title={t(`indicator.${indicator}`)}
      state={length.state === 'shown' ? 'shown' : length.state === 'few' ? 'hidden' : 'not-collected'}
      value={length.state === 'shown' ? told(length.median) : t(length.state === 'few' ? 'length.few' : 'no-cases')}
      counts={length.state === 'shown' ? t('length.median') : undefined}
      beside={
        length.state === 'shown'
          ? [
              { key: 'p90', label: t('length.p90'), value: told(length.p90) },
              { key: 'about', label: t('month.counted'), value: t('length.about', { count: length.about }) },
            ]
          : []
      }
      definition={{
        summary: t('definition.summary'),
        text: (
          <>
            <p>{t(`definition.${indicator}`)}</p>
            <p>{t('definition.rule', { rule: INDICATOR_TABLE[indicator].ruleId })}</p>
          </>
        ),
      }}
    />
  )
}
