import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locale } from './locales.ts'

/** The words of one language, by namespace. A namespace is a noun and a file: `messages/nb/handoff.json` is `handoff`. */
export type Messages = { [namespace: string]: Words }
export type Words = { [key: string]: string | Words }

/** Of every page: frame, buttons, refusals, areas and form faults. The rest a page asks for by name. */
export const BASE_NAMESPACES = ['frame', 'action', 'refusal', 'area', 'form'] as const

// Not `new URL('../messages', …)`: the bundler would take that for a module and refuse to build.
const HERE = dirname(fileURLToPath(import.meta.url))

const read = new Map<Locale, Messages>()

/** All words of a language. Read from the files once per process. */
export function readMessages(locale: Locale): Messages {
  const known = read.get(locale)
  if (known) return known
  const folder = join(HERE, '../messages', locale)
  const messages: Messages = {}
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    messages[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words
  }
  read.set(locale, messages)
  return messages
}
