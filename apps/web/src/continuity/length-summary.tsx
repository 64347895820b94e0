import type { LengthFigure } from '@throughcare/api/continuity/get-report'
import { INDICATOR_TABLE } from '@throughcare/domain/continuity/indicators'
import { FigureCard } from '@throughcare/ui/figure-card'
import { getTranslations } from 'next-intl/server'
import { getLengthWords } from './get-length-words.ts'

type Props = {
  readonly length: LengthFigure
  /** Where its months stand; left out on the very page that shows them. */
  readonly monthsAt?: string | undefined
  /** Whether the page around it shows the whole period, as this does in any case. */
  readonly isWhole: boolean
}

/** A figure that is a length of time: within how long half of them came, and nine of ten. */
export async function LengthSummary({ length, monthsAt, isWhole }: Props) {
  const { indicator } = length
  const [t, words] = await Promise.all([getTranslations('continuity'), getLengthWords(indicator)])
  return (
    <FigureCard
      title={t(`indicator.${indicator}`)}
      state={length.state === 'shown' ? 'shown' : length.state === 'few' ? 'hidden' : 'not-collected'}
      value={
        length.state === 'shown' ? words.length(length.median) : t(length.state === 'few' ? 'length.few' : 'no-cases')
      }
      counts={length.state === 'shown' ? t('length.median') : undefined}
      beside={
        length.state === 'shown'
          ? [
              { key: 'interval', label: t('interval-label'), value: words.interval(length.interval) },
              { key: 'p90', label: t('length.p90'), value: words.length(length.p90) },
              { key: 'about', label: t('month.counted'), value: words.count(length.about) },
              { key: 'open', label: t('length.open'), value: words.count(length.open) },
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
      months={
        monthsAt === undefined
          ? undefined
          : {
              href: monthsAt,
              text: t('month.title'),
              of: t('cases.of', { figure: t(`indicator.${indicator}`) }),
            }
      }
    >
      {!isWhole && <p>{t('length.whole-period')}</p>}
    </FigureCard>
  )
}
