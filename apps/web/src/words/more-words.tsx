'use client'

import type { Messages } from '@throughcare/i18n/read-messages'
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import type { ReactNode } from 'react'

/** Adds words to those of the page around it. */
export function MoreWords({ words, children }: { readonly words: Messages; readonly children: ReactNode }) {
  const before = useMessages()
  const locale = useLocale()
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...before, ...words } as Record<string, never>}>
      {children}
    </NextIntlClientProvider>
  )
}
