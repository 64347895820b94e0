import { formatDay, formatInstant } from '@throughcare/i18n/format-time'
import type { Locale } from '@throughcare/i18n/locales'
import { createTranslator } from 'next-intl'
import { compiledWords } from '../words/compiled-words.ts'

/** A field of a row, as the copy writes it. */
type Value = string | number | boolean | readonly string[]

/** Of which row a value is: its table, the field, and the code that says what the row is about. */
type Whose = { readonly table: string; readonly field: string; readonly code: string | null }

/** Codes for which the screens have words, by table and field. Under a code of its own a value may be called otherwise. */
const WORDS_OF_CODES: { readonly [tableAndField: string]: { readonly in: Namespace; readonly under: string } } = {
  'case_fact code': { in: 'care-plan', under: 'fact' },
  'case_fact value': { in: 'care-plan', under: 'option' },
  'checklist_item code': { in: 'checklist', under: 'item' },
  'barrier code': { in: 'barrier', under: 'code' },
}

type Namespace = 'person-copy' | 'data-copy' | 'care-plan' | 'checklist' | 'barrier'

type CopyTranslator = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean
}

/** The words of the copy in the person's language: titles of tables, names of fields, and values as people read them. */
export function copyWords(locale: Locale, timeZone: string) {
  const t = wordsOf('person-copy')
  const stored = wordsOf('data-copy')
  return {
    t,
    /** What has no words of its own yet reads as it is stored, with spaces. */
    field: (name: string) => (stored.has(`field.${name}`) ? stored(`field.${name}`) : name.replaceAll('_', ' ')),
    value: (value: Value, whose?: Whose) => (whose && coded(value, whose)) ?? shown(value),
  }

  function coded(value: Value, { table, field, code }: Whose): string | null {
    const words = WORDS_OF_CODES[`${table} ${field}`]
    if (!words) return null
    const said = wordsOf(words.in)
    const key = [`${words.under}.${code}.${value}`, `${words.under}.${value}`].find((one) => said.has(one))
    return key ? said(key) : null
  }

  function wordsOf(namespace: Namespace): CopyTranslator {
    return createTranslator({
      locale,
      messages: (compiledWords(locale)[namespace] ?? {}) as Record<string, never>,
    }) as unknown as CopyTranslator
  }

  function shown(value: Value): string {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string') return value.map(shown).join(', ')
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value as never, locale)
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return formatInstant(new Date(value), timeZone, locale)
    if (stored.has(`value.${value}`)) return stored(`value.${value}`)
    return /^[a-z]+(-[a-z0-9]+)+$/.test(value) ? value.replaceAll('-', ' ') : value
  }
}
