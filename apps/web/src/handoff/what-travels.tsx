import type { Category } from '@throughcare/domain/access/access-codes'
import { useLocale, useTranslations } from 'next-intl'

/** The fixed sentence that stands on every handoff, and what must not be done with it. The same for everybody. */
export function WhatTravels({ carries }: { readonly carries: readonly Category[] }) {
  const t = useTranslations('handoff')
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' }).format(
    carries.map((one) => t(`category.${one}`)),
  )
  return (
    <>
      <p>{t('whatTravels.sentence', { list })}</p>
      <p>{t('whatTravels.doNotPassOn')}</p>
    </>
  )
}
