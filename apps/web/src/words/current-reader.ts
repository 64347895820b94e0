import { decideLocale, LOCALE_COOKIE, type Locale } from '@throughcare/i18n/locales'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { currentSession } from '../session/current-session.ts'

export type Reader = {
  locale: Locale
  /** IANA zone of the service whose hat is worn: its days and times are read in it. */
  timeZone: string
}

/** In which language, and in which zone, is this page read? Holds while the database is away as well. */
export const currentReader = cache(async (): Promise<Reader> => {
  const [jar, head, signedIn] = await Promise.all([cookies(), headers(), currentSession().catch(() => null)])
  return {
    locale: decideLocale({
      account: signedIn?.locale,
      cookie: jar.get(LOCALE_COOKIE)?.value,
      acceptLanguage: head.get('accept-language'),
    }),
    timeZone: signedIn?.hat?.serviceTimeZone ?? 'UTC',
  }
})
