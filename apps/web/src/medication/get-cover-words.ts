import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { coverWords } from './cover-words.ts'

/** Dose cover in the reader's words, for server components. */
export async function getCoverWords() {
  const [t, format] = await Promise.all([getTranslations('medication'), getFormat()])
  return coverWords(t, format)
}
