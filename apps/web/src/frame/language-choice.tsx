'use client'

import { COMPLETE_LOCALES, LOCALE_COOKIE, LOCALE_NAMES, SCREEN_LOCALES } from '@throughcare/i18n/locales'
import { LanguageSwitch } from '@throughcare/ui/language-switch'
import { StatusLine } from '@throughcare/ui/status-line'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'

const YEAR_SECONDS = 31_536_000

/** The language of the screens: on this device before signing in, in the account after. */
export function LanguageChoice({ keepInAccount = false }: { readonly keepInAccount?: boolean }) {
  const t = useTranslations('frame.language')
  const current = useLocale()
  const router = useRouter()
  const trpc = useTRPC()
  const choose = useDeed(trpc.access.chooseLanguage.mutationOptions())

  function change(locale: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: one word, read by the server at the next request
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    if (keepInAccount) choose.press({ locale })
    else router.refresh()
  }

  return (
    <div>
      <LanguageSwitch
        legend={t('legend')}
        current={current}
        options={SCREEN_LOCALES.map((code) => ({ code, text: LOCALE_NAMES[code] }))}
        onChoose={change}
      />
      {!COMPLETE_LOCALES.some((code) => code === current) && <p>{t('in-part')}</p>}
      <StatusLine tone="attention">{choose.error ? t('not-saved') : null}</StatusLine>
    </div>
  )
}
