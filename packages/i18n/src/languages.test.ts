import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMPLETE_LOCALES, LOCALES, type Locale, SCREEN_LOCALES } from './locales.ts'
import { placeholdersOf, pluralsOf } from './placeholders.ts'
import { type Messages, readOwnMessages, type Words } from './read-messages.ts'

/** Every message by its whole key. */
function flat(words: Words | Messages, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') all.set(prefix + key, value)
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text)
  }
  return all
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const english = flat(readOwnMessages('en'))
const isReadByThePerson = (key: string): boolean => key.startsWith('person-')
const isComplete = (locale: Locale): boolean => COMPLETE_LOCALES.some((complete) => complete === locale)
const UNTRANSLATED = read('../untranslated.json') as Record<string, number>
const SAME_IN = read('../same-as-english.json') as Record<string, string[]>
const MOST_SAME = 0.05

it('there are texts that the person reads', () => {
  expect([...english.keys()].filter(isReadByThePerson).length).toBeGreaterThan(40)
})

describe.each(LOCALES)('the texts of %s themselves', (locale) => {
  const own = flat(readOwnMessages(locale))

  it('leave nothing out that the person reads, and of a complete language nothing at all', () => {
    const gated = [...english.keys()].filter((key) => isReadByThePerson(key) || isComplete(locale))
    expect(gated.filter((key) => !own.has(key))).toEqual([])
  })

  it('have no key that English lacks', () => {
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('need the same things filled in as the English ones, no more and no fewer', () => {
    const other = [...own].filter(([key, text]) => {
      const wanted = placeholdersOf(english.get(key) ?? text)
      return placeholdersOf(text).join() !== wanted.join()
    })
    expect(other.map(([key]) => key)).toEqual([])
  })

  it('have every plural form that the language counts with, and no other', () => {
    const faults: string[] = []
    for (const [key, text] of own)
      for (const { name, isOrdinal, forms } of pluralsOf(text)) {
        const wanted = formsOf(locale, isOrdinal)
        const exact = forms.filter((form) => form.startsWith('='))
        const named = forms.filter((form) => !form.startsWith('='))
        // Exact numbers and "other" alone are a choice between cases and count nothing.
        if (exact.length > 0 && named.length === 1) continue
        const lacking = wanted.filter((form) => !named.includes(form) && !standsFor(form, exact))
        const foreign = named.filter((form) => !wanted.includes(form))
        if (lacking.length > 0 || foreign.length > 0)
          faults.push(`${key} {${name}}: lacks ${lacking.join(' ')}; has ${foreign.join(' ')}`)
      }
    expect(faults).toEqual([])
  })

  it('are not English that somebody left standing', () => {
    if (locale === 'en') return
    const allowed = new Set([...(SAME_IN.all ?? []), ...(SAME_IN[locale] ?? [])])
    const withWords = [...own].filter(([, text]) => /\p{L}{2}/u.test(text.replace(/\{[^{}]*\}/g, '')))
    const same = withWords.filter(([key, text]) => english.get(key) === text && !allowed.has(text))
    expect(same.length / Math.max(withWords.length, 1), same.map(([key]) => key).join(' ')).toBeLessThanOrEqual(
      MOST_SAME,
    )
    const ofPerson = same.filter(([key]) => isReadByThePerson(key)).map(([key]) => key)
    expect(ofPerson).toEqual([])
  })

  it('say about themselves who made them', () => {
    if (locale === 'en') return
    const about = read(`../messages/${locale}/_about.json`) as { made: string; how: string }
    expect(['machine', 'person']).toContain(about.made)
    expect(about.how).toContain('docs/translation.md')
  })
})

it.each(SCREEN_LOCALES.filter((locale) => !isComplete(locale)))(
  'what staff read in English on a page in %s becomes less, never more',
  (locale) => {
    const own = flat(readOwnMessages(locale))
    const untranslated = [...english.keys()].filter((key) => !own.has(key)).length
    const allowed = UNTRANSLATED[locale] ?? 0
    expect(untranslated, `more texts than before are only in English: translate them`).toBeLessThanOrEqual(allowed)
    expect(untranslated, `fewer are: write ${untranslated} into packages/i18n/untranslated.json`).toBe(allowed)
  },
)

/** The plural categories that whole numbers fall into. French and Portuguese have one more, for millions. */
function formsOf(locale: Locale, isOrdinal: boolean): string[] {
  const rules = new Intl.PluralRules(locale, { type: isOrdinal ? 'ordinal' : 'cardinal' })
  const forms = Array.from({ length: 201 }, (_, number) => rules.select(number))
  return [...new Set([...forms, 'other'])]
}

/** `=0`, `=1` and `=2` say what `zero`, `one` and `two` would. */
function standsFor(form: string, exact: readonly string[]): boolean {
  return exact.includes({ zero: '=0', one: '=1', two: '=2' }[form] ?? '')
}
