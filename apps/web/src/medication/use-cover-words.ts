'use client'

import { useTranslations } from 'next-intl'
import { useFormat } from '../words/use-format.ts'
import { coverWords } from './cover-words.ts'

/** Dose cover in the reader's words, for client components inside the words of `medication`. */
export function useCoverWords() {
  return coverWords(useTranslations('medication'), useFormat())
}
