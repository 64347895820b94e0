import type { LengthIndicator } from '@throughcare/domain/continuity/indicators'
import type { ToldCount, ToldLength } from '@throughcare/domain/continuity/tell-lengths'
import { UNIT_OF_LENGTH } from '@throughcare/domain/figure-export/leaving-beside-lines'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'

/** How lengths of time read in this reader's language. */
export async function getLengthWords(indicator: LengthIndicator) {
  const [t, curve, words] = await Promise.all([
    getTranslations('continuity'),
    getTranslations('curve'),
    getFigureWords(),
  ])
  const length = (value: ToldLength): string => {
    if (typeof value === 'number') return t(`length.${UNIT_OF_LENGTH[indicator]}`, { value })
    return t(value === 'open' ? 'length.not-reached' : 'length.few-at-step')
  }
  return {
    length,
    /** "5.3 hours": a median worked out within its step. */
    estimate: (value: number): string =>
      t(`length.estimate-${UNIT_OF_LENGTH[indicator]}`, { value: words.decimal(value, 1) }),
    /** "24 h", on an axis. */
    tick: (value: number): string => {
      const unit = UNIT_OF_LENGTH[indicator]
      return curve(`tick.${unit}`, { hours: value, days: value })
    },
    /** "2 hours to 8 hours": between what the true median lies. */
    interval: ({ after, by }: { after: number; by: ToldLength }): string =>
      t('length.between', { after: length(after), by: length(by) }),
    count: (count: ToldCount): string =>
      count === 'few' ? t('hidden.count') : count === 0 ? t('length.none') : t('length.about-count', { count }),
  }
}
