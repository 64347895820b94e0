import '@throughcare/ui/theme.css'
import { BASE_NAMESPACES } from '@throughcare/i18n/read-messages'
import { readThemeChoice, THEME_COOKIE, themeAttributes } from '@throughcare/ui/theme-choice'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ApiProvider } from '../trpc/client.tsx'
import { compiledWordsOf } from '../words/compiled-words.ts'
import { currentPageLanguage, currentReader } from '../words/current-reader.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame.title')
  return {
    title: { template: t('pattern', { page: '%s' }), default: t('home') },
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [{ locale, timeZone }, page, jar] = await Promise.all([currentReader(), currentPageLanguage(), cookies()])
  const base = compiledWordsOf(locale, BASE_NAMESPACES)
  return (
    <html {...page} {...themeAttributes(readThemeChoice(jar.get(THEME_COOKIE)?.value))}>
      <body>
        <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={base as Record<string, never>}>
          <ApiProvider>{children}</ApiProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
