import { getTranslations } from 'next-intl/server'

/** Up to so many hours a time is told in hours. */
export const TOLD_IN_HOURS = 72

/** How the moments of a curve read in this reader's language, and how many still wait at them. */
export async function getCurveWords() {
  const t = await getTranslations('curve')
  return {
    after: (hours: number): string =>
      hours <= TOLD_IN_HOURS ? t('hours', { hours }) : t('days', { days: Math.round(hours / 24) }),
    waiting: (atRisk: number | null): string => {
      if (atRisk === null) return t('waiting.few')
      return atRisk === 0 ? t('waiting.nobody') : t('waiting.about', { people: atRisk })
    },
  }
}
