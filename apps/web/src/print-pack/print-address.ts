import {
  PRINT_SHEETS,
  PRINT_WORDINGS,
  type PrintSheet,
  type PrintWording,
} from '@throughcare/domain/print-pack/print-codes'
import { isLocale, type Locale } from '@throughcare/i18n/locales'
import { z } from 'zod'

/** How large the letters are. */
export const PRINT_SIZES = ['normal', 'large'] as const
export type PrintSize = (typeof PRINT_SIZES)[number]

/** What was chosen, as it stands in the address: codes, and nothing that names anybody. */
export type PrintChoice = {
  /** Null: not chosen. */
  language: Locale | null
  wording: PrintWording | null
  size: PrintSize
  /** For the page of a receiving service: which. */
  service: string | null
}

/** What the address says; what it does not say, or says wrongly, is not chosen. */
export function readPrintChoice(query: Readonly<Record<string, string | string[] | undefined>>): PrintChoice {
  const one = (name: string): string | undefined => {
    const value = query[name]
    return typeof value === 'string' ? value : undefined
  }
  const language = one('language')
  return {
    language: isLocale(language) ? language : null,
    wording: PRINT_WORDINGS.find((code) => code === one('wording')) ?? null,
    size: one('size') === 'large' ? 'large' : 'normal',
    service: z.uuid().safeParse(one('service')).data ?? null,
  }
}

export function isPrintSheet(text: string): text is PrintSheet {
  return PRINT_SHEETS.some((sheet) => sheet === text)
}

/** In which language is the page at this path printed? Null when the path is no page of the print pack, or names none. */
export function languageOfPrint(path: string): Locale | null {
  const [address = '', query = ''] = path.split('?', 2)
  if (!/^\/cases\/[^/]+\/print-pack\/[a-z]+$/.test(address)) return null
  return readPrintChoice(Object.fromEntries(new URLSearchParams(query))).language
}
