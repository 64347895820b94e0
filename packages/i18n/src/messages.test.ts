import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { CODED_WORDS } from './coded-words.ts'
import { LOCALES, type Locale } from './locales.ts'
import { placeholdersOf } from './placeholders.ts'
import { readMessages, type Words } from './read-messages.ts'

/** Words that make a person into their sentence, their illness or their fault. */
const FORBIDDEN: Readonly<Record<Locale, RegExp>> = {
  en: /\b(inmate|offender|client|addict|abus|diversion|non-?complian|clean|dirty|failed)/i,
  nb: /\b(fange|innsatt|misbruk|narkoman|klient|avvik)/i,
  de: /\b(straftäter|insasse|häftling|süchtig|missbrauch|klient|junkie|versag)/i,
  fr: /\b(détenu|délinquant|toxicoman|drogué|abus|addict)/i,
  nl: /\b(gedetineerde|delinquent|verslaafd|misbruik|cliënt|junkie)/i,
  pt: /\b(recluso|preso|delinquente|toxicodependente|drogado|viciado|abuso)/i,
  ar: /مدمن|سجين|مجرم|مدمنة/,
}

/** Every message of a language by its whole key. */
function flat(words: Words, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') all.set(prefix + key, value)
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text)
  }
  return all
}

const english = flat(readMessages('en'))

describe.each(LOCALES)('the words in %s', (locale) => {
  const words = flat(readMessages(locale))

  it('are there', () => {
    expect(words.size).toBeGreaterThan(100)
  })

  it('J10: are the same keys as in English', () => {
    expect([...words.keys()].filter((key) => !english.has(key))).toEqual([])
    expect([...english.keys()].filter((key) => !words.has(key))).toEqual([])
  })

  it('J10: have the placeholders of the English ones', () => {
    const other = [...words].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? text).join(),
    )
    expect(other.map(([key]) => key)).toEqual([])
  })

  it('are none of them empty or with spaces at the ends', () => {
    expect([...words].filter(([, text]) => text.trim() === '' || text.trim() !== text).map(([key]) => key)).toEqual([])
  })

  it('can each be read and filled in', () => {
    const faults: string[] = []
    const t = createTranslator({
      locale,
      messages: readMessages(locale) as Record<string, never>,
      onError: (error) => faults.push(error.message),
      getMessageFallback: ({ key }) => key,
    }) as unknown as { markup: (key: string, values: Record<string, unknown>) => string }
    for (const [key, text] of words) {
      const values = placeholdersOf(text).map((name): [string, unknown] =>
        name.startsWith('<')
          ? [name.slice(1, -1), (chunks: string) => chunks]
          : [name.split(',')[0] as string, /, (plural|selectordinal|number)/.test(name) ? 3 : 'Kim'],
      )
      const dated = values.map(([name, value]): [string, unknown] =>
        text.includes(`{${name}, date`) || text.includes(`{${name}, time`) ? [name, new Date(0)] : [name, value],
      )
      t.markup(key, Object.fromEntries(dated))
    }
    expect(faults).toEqual([])
  })

  it('never say what must not be said of a person', () => {
    expect([...words].filter(([, text]) => FORBIDDEN[locale].test(text)).map(([key]) => key)).toEqual([])
  })
})

// Every language has the English keys, its own or the English text: where these name every code, it does.
it.each(Object.entries(CODED_WORDS))('the words name every code of %s and no other', (key, codes) => {
  const named = [...english.keys()]
    .filter((known) => known.startsWith(`${key}.`))
    .map((known) => known.slice(key.length + 1))
  expect([...new Set(named.map((name) => name.split('.')[0]))].sort()).toEqual([...codes].sort())
})
