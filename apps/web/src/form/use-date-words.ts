'use client'

import { useTranslations } from 'next-intl'

/** Day, month and year in the reader's language, for every DateField. */
export function useDateWords(): { day: string; month: string; year: string } {
  const t = useTranslations('form.date')
  return { day: t('day'), month: t('month'), year: t('year') }
}
