import type { Assurance, readChart, Variation } from '@throughcare/domain/continuity/process-chart/read-chart'
import type { Sign } from '@throughcare/domain/continuity/process-chart/special-cause'
import { Row } from '@throughcare/ui/layout'
import { StatusTag, type StatusTagProps } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'

/** Never red: what is for the worse asks to be looked at, and one month alone asks nothing. */
const LOOK_OF_VARIATION = {
  improvement: { tone: 'good', shape: 'check' },
  concern: { tone: 'attention', shape: 'triangle' },
  change: { tone: 'info', shape: 'half' },
  'common-cause': { tone: 'quiet', shape: 'ring' },
  unknown: { tone: 'unknown', shape: 'question' },
} as const satisfies Record<Variation, Pick<StatusTagProps, 'tone' | 'shape'>>

const LOOK_OF_ASSURANCE = {
  'consistently-passes': { tone: 'good', shape: 'check' },
  'consistently-fails': { tone: 'attention', shape: 'triangle' },
  inconsistent: { tone: 'info', shape: 'half' },
  'no-target': { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<Assurance, Pick<StatusTagProps, 'tone' | 'shape'>>

type Props = {
  readonly reading: ReturnType<typeof readChart>
  readonly target: number | null
  /** With the months over which each holds. */
  readonly signs: readonly (Sign & { readonly from: string; readonly to: string })[]
}

/** What a chart says, in words with a shape beside them: variation, assurance, and each sign by its rule. */
export async function ChartReading({ reading, target, signs }: Props) {
  const [t, words] = await Promise.all([getTranslations('process-chart'), getFigureWords()])
  const when = ({ from, to }: (typeof signs)[number]) =>
    from === to ? words.month(from) : t('signs.span', { from: words.month(from), to: words.month(to) })
  return (
    <>
      <Row gap="medium">
        <StatusTag {...LOOK_OF_VARIATION[reading.variation]}>{t(`variation.${reading.variation}`)}</StatusTag>
        <StatusTag {...LOOK_OF_ASSURANCE[reading.assurance]}>
          {t(`assurance.${reading.assurance}`, { target: target === null ? '' : words.percent(target) })}
        </StatusTag>
      </Row>
      {signs.length === 0 ? (
        <p>{t('signs.none')}</p>
      ) : (
        <ul>
          {signs.map((sign) => (
            <li key={`${sign.from} ${sign.cause}`}>{t(`signs.${sign.cause}.${sign.towards}`, { when: when(sign) })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
