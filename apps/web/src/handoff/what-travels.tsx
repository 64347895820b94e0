import type { Category } from '@throughcare/domain/access/access-codes'
import { useLocale, useTranslations } from 'next-intl'
import { carriesSentence } from './carries-sentence.ts'

/** The fixed sentence that stands on every handoff, and what must not be done with it. The same for everybody. */
export function WhatTravels({ carries }: { readonly carries: readonly Category[] }) {
  const t = useTranslations('handoff')
  const locale = useLocale()
  return (
    <>
      <p>{carriesSentence(t, locale, carries)}</p>
      <p>{t('whatTravels.doNotPassOn')}</p>
    </>
  )
}
