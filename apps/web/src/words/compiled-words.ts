import type { Locale } from '@throughcare/i18n/locales'
import { type Messages, readMessages, type Words } from '@throughcare/i18n/read-messages'
import compile from 'icu-minify/compile'

/** Messages whose ICU syntax is parsed already, as next-intl speaks them when the parser is left out of the bundle. */
export type CompiledMessages = { [namespace: string]: CompiledWords }
export type CompiledWords = { [key: string]: string | CompiledWords }

const compiled = new Map<Locale, CompiledMessages>()

/** All words of a language for next-intl. Parsed once per process here, so that no browser carries the parser (9 kB). */
export function compiledWords(locale: Locale): CompiledMessages {
  const known = compiled.get(locale)
  if (known) return known
  const made = compileWords(readMessages(locale) as Words) as CompiledMessages
  compiled.set(locale, made)
  return made
}

/** Of these namespaces only; one that has no file is empty. */
export function compiledWordsOf(locale: Locale, namespaces: readonly string[]): CompiledMessages {
  const all = compiledWords(locale)
  return Object.fromEntries(namespaces.map((name) => [name, all[name] ?? {}]))
}

function compileWords(words: Words | Messages): CompiledWords {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? plain(compile(value)) : compileWords(value),
    ]),
  )
}

/**
 * A compiled message is a string or a nested list; next-intl's types know only strings. Through JSON, because its branches
 * have no prototype, and React hands only plain objects to the browser.
 */
function plain(message: unknown): string {
  return JSON.parse(JSON.stringify(message)) as string
}
