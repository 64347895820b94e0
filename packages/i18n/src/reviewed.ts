import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LOCALE, type Locale } from './locales.ts'
import { readOwnMessages, type Words } from './read-messages.ts'

export type Review = { by: string; on: string; seal: string }
export type AboutLanguage = { made: 'machine' | 'person'; how: string; reviewed: Readonly<Record<string, Review>> }

const HERE = dirname(fileURLToPath(import.meta.url))

/** Who made the texts of a language, and which of them a person has reviewed. English is what the others are made from. */
export function aboutLanguage(locale: Locale): AboutLanguage {
  if (locale === DEFAULT_LOCALE) return { made: 'person', how: '', reviewed: {} }
  return JSON.parse(readFileSync(join(HERE, '../messages', locale, '_about.json'), 'utf8')) as AboutLanguage
}

/** What a review holds for: this English sentence and this translation, together. Twelve characters; null when there is none. */
export function sealOf(locale: Locale, key: string): string | null {
  const [english, own] = [textAt(DEFAULT_LOCALE, key), textAt(locale, key)]
  if (english === null || own === null) return null
  return createHash('sha256').update(`${english}\u0000${own}`).digest('hex').slice(0, 12)
}

/**
 * Has a person who speaks the language reviewed this text, as it stands now? English needs no review, because it is what a
 * review compares with. A review of an older wording is none.
 *
 * @param key whole, with its namespace: `person-print.safety.wake`
 */
export function isReviewed(locale: Locale, key: string, about: AboutLanguage = aboutLanguage(locale)): boolean {
  if (locale === DEFAULT_LOCALE) return true
  const review = about.reviewed[key]
  return review !== undefined && review.seal === sealOf(locale, key)
}

function textAt(locale: Locale, key: string): string | null {
  let found: string | Words | undefined = readOwnMessages(locale)
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : null
}
