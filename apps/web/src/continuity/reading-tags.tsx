import type { Assurance, readChart, Variation } from '@throughcare/domain/continuity/process-chart/read-chart'
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
  /** Whether it is read from fewer than 13 months. */
  readonly isTrial: boolean
}

/** How a figure varies from month to month, and whether it reaches its target: each in words with a shape beside them. */
export async function ReadingTags({ reading, target, isTrial }: Props) {
  const [t, words] = await Promise.all([getTranslations('process-chart'), getFigureWords()])
  return (
    <Row gap="medium">
      <StatusTag {...LOOK_OF_VARIATION[reading.variation]}>{t(`variation.${reading.variation}`)}</StatusTag>
      {isTrial && (
        <StatusTag tone="quiet" shape="half">
          {t('trial')}
        </StatusTag>
      )}
      <StatusTag {...LOOK_OF_ASSURANCE[reading.assurance]}>
        {t(`assurance.${reading.assurance}`, { target: target === null ? '' : words.percent(target) })}
      </StatusTag>
    </Row>
  )
}
