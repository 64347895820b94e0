'use client'

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import type { ReactNode } from 'react'
import type { CompiledMessages } from './compiled-words.ts'

/** Adds words to those of the page around it. */
export function MoreWords({ words, children }: { readonly words: CompiledMessages; readonly children: ReactNode }) {
  const before = useMessages()
  const locale = useLocale()
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...before, ...words } as Record<string, never>}>
      {children}
    </NextIntlClientProvider>
  )
}
