import { CURRENT_RULE_SET, RULE_SETS } from '@throughcare/domain/checklist/rule-sets'
import { type CountryPack, LEFT_OUT_REASONS } from '@throughcare/domain/country-pack/country-pack'
import { COUNTRY_PACKS } from '@throughcare/domain/country-pack/country-packs'
import { packFaults } from '@throughcare/domain/country-pack/validate-pack'
import { describe, expect, it } from 'vitest'
import { readMessages, type Words } from './read-messages.ts'

/** What stands under a key: a message, or the messages below it. */
function under(words: Words, key: string): string | Words | undefined {
  return key
    .split('.')
    .reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words)
}

function keysUnder(words: Words, key: string): string[] {
  const found = under(words, key)
  return typeof found === 'object' ? Object.keys(found).toSorted() : []
}

describe.each(['en', 'nb'] as const)('the words of the country packs in %s', (locale) => {
  const words = readMessages(locale)

  it.each<CountryPack>(COUNTRY_PACKS)('$code has every word that it needs', (pack) => {
    const faults = packFaults(pack, RULE_SETS[CURRENT_RULE_SET], [], (key) => typeof under(words, key) === 'string')
    expect(faults.map(({ item, reason, detail }) => `packs/${pack.code}.ts ${item}: ${reason} ${detail}`)).toEqual([])
  })

  it('has none that no pack needs', () => {
    const items = COUNTRY_PACKS.flatMap((pack) => Object.entries<CountryPack['items'][string]>(pack.items))
    const codes = [...new Set(items.map(([code]) => code))].toSorted()
    for (const part of ['why', 'office', 'evidence']) expect(keysUnder(words, `country-pack.${part}`)).toEqual(codes)
    const late = items.filter(([, { latest }]) => latest !== null).map(([code]) => code)
    expect(keysUnder(words, 'country-pack.instead')).toEqual([...new Set(late)].toSorted())
    expect(keysUnder(words, 'country-pack.because')).toEqual([...LEFT_OUT_REASONS].toSorted())
    const rows = COUNTRY_PACKS.flatMap(({ code, leftOut }) => leftOut.map(({ row }) => `${code}.${row}`))
    const packs = keysUnder(words, 'country-pack.left-out')
    const said = packs.flatMap((code) =>
      keysUnder(words, `country-pack.left-out.${code}`).map((row) => `${code}.${row}`),
    )
    expect(said.toSorted()).toEqual([...new Set(rows)].toSorted())
  })

  it('names no treatment in a title outside the areas that carry it', () => {
    const titles = keysUnder(words, 'checklist.item').filter((code) =>
      /^(benefits|housing|documents|work|support|belongings)-/.test(code),
    )
    const telling =
      /methadon|metadon|buprenor|naloxon|nalokson|opioid|overdos|\bOMT\b|\bLAR\b|substitu|CSAPA|HIV|HCV|hepatit|psychiatr|psykiatr/i
    const said = titles.filter((code) => telling.test(String(under(words, `checklist.item.${code}`))))
    expect(titles.length).toBeGreaterThan(50)
    expect(said).toEqual([])
  })
})
