import { log } from '@throughcare/api/log'
import { getRequestConfig } from 'next-intl/server'
import { compiledWords } from '../words/compiled-words.ts'
import { currentReader } from '../words/current-reader.ts'

/** Where next-intl finds the words of a request. The language is the reader's and stands in no address. */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await currentReader()
  return {
    locale,
    timeZone,
    messages: compiledWords(locale) as Record<string, never>,
    onError: (error) => log.error({ code: error.code, locale }, 'words are missing'),
  }
})
