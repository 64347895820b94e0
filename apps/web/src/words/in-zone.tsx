'use client'

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import type { ReactNode } from 'react'

/** The same words, with times on the clock of another place than the page around them. @param zone IANA */
export function InZone({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  const messages = useMessages()
  const locale = useLocale()
  return (
    <NextIntlClientProvider locale={locale} timeZone={zone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
