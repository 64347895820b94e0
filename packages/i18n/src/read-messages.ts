import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LOCALE, type Locale } from './locales.ts'

/** The words of one language, by namespace. A namespace is a noun and a file: `messages/nb/handoff.json` is `handoff`. */
export type Messages = { [namespace: string]: Words }
export type Words = { [key: string]: string | Words }

/** Of every page: frame, buttons, refusals, areas and form faults. The rest a page asks for by name. */
export const BASE_NAMESPACES = ['frame', 'action', 'refusal', 'area', 'form'] as const

// Not `new URL('../messages', …)`: the bundler would take that for a module and refuse to build.
const HERE = dirname(fileURLToPath(import.meta.url))

const read = new Map<Locale, Messages>()

/** What stands after an English text on a page in another language. */
export const FALLBACK_MARK = ' (en)'

/**
 * All words of a language, once per process. Where the language has no text, the English one stands, marked: nobody takes it
 * for a translation, and nobody meets an empty button.
 */
export function readMessages(locale: Locale): Messages {
  const known = read.get(locale)
  if (known) return known
  const own = readOwnMessages(locale)
  const messages = locale === DEFAULT_LOCALE ? own : (withEnglish(own, readMessages(DEFAULT_LOCALE)) as Messages)
  read.set(locale, messages)
  return messages
}

/** The words that stand in the files of this language, and no others. A file whose name begins with `_` is about them. */
export function readOwnMessages(locale: Locale): Messages {
  const folder = join(HERE, '../messages', locale)
  const messages: Messages = {}
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json') || file.startsWith('_')) continue
    messages[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words
  }
  return messages
}

function withEnglish(own: string | Words | undefined, english: string | Words): string | Words {
  if (typeof english === 'string') return typeof own === 'string' ? own : `${english}${FALLBACK_MARK}`
  const inner: Words = typeof own === 'object' ? own : {}
  const all = Object.entries(english).map(([key, text]): [string, string | Words] => [
    key,
    withEnglish(inner[key], text),
  ])
  return Object.fromEntries(all)
}
