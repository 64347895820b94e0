import type { Missing } from '@throughcare/domain/care-plan/plan-ready'
import { getTranslations } from 'next-intl/server'

/** What is missing for "ready", in the reader's words. */
export async function getReadyWords() {
  const [t, area, item, cover] = await Promise.all([
    getTranslations('care-plan.ready'),
    getTranslations('area.name'),
    getTranslations('checklist.item'),
    getTranslations('cover-plan.not-ready'),
  ])
  return (missing: Missing): string => {
    switch (missing.what) {
      case 'plan':
      case 'own-words':
        return t(missing.what)
      case 'question':
        return t('question', { area: area(missing.area) })
      case 'cover':
        return t('cover', { why: cover(missing.because) })
      case 'item':
        return item.has(missing.code) ? item(missing.code) : missing.code
    }
  }
}
