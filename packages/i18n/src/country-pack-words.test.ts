import { CURRENT_RULE_SET, RULE_SETS } from '@throughcare/domain/checklist/rule-sets'
import type { CountryPack } from '@throughcare/domain/country-pack/country-pack'
import { COUNTRY_PACKS } from '@throughcare/domain/country-pack/country-packs'
import { packFaults } from '@throughcare/domain/country-pack/validate-pack'
import { describe, expect, it } from 'vitest'
import { readMessages, type Words } from './read-messages.ts'

/** The languages in which staff read packs. */
const STAFF = ['en', 'nb'] as const

describe.each<CountryPack>(COUNTRY_PACKS)('packs/$code.ts', (pack) => {
  it.each(STAFF)('has all its words in %s', (locale) => {
    const words = readMessages(locale)
    const faults = packFaults(pack, RULE_SETS[CURRENT_RULE_SET], [], (key) => has(words, key))
    expect(faults.map(({ item, reason, detail }) => `packs/${pack.code}.ts ${item}: ${reason} ${detail}`)).toEqual([])
  })
})

/** Item codes hold no full stop, so a key is walked part by part. */
function has(words: Words, key: string): boolean {
  let found: Words | string | undefined = words
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string'
}
