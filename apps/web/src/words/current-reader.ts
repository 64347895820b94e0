import { decideLocale, directionOf, LOCALE_COOKIE, type Locale } from '@throughcare/i18n/locales'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { languageOfPrint } from '../print-pack/print-address.ts'
import { currentPath } from '../session/current-request.ts'
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

/**
 * The language that the page itself is in, for the root element: the reader's, and for a page of the print pack the one that the
 * person reads. A PDF takes its language from there.
 */
export async function currentPageLanguage(): Promise<{ lang: Locale; dir: 'ltr' | 'rtl' }> {
  const [{ locale }, path] = await Promise.all([currentReader(), currentPath()])
  const lang = languageOfPrint(path) ?? locale
  return { lang, dir: directionOf(lang) }
}
