import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CURRENT_RULE_SET, RULE_SETS } from '../src/checklist/rule-sets.ts'
import { COUNTRY_PACKS } from '../src/country-pack/country-packs.ts'

/**
 * What a version says does not change once another one has followed it: plans run that name it (practice F15). Whoever changes a
 * rule writes a new version; whoever writes one adds the line of the old one here.
 */
const FROZEN = {
  'checklist-2026-11': '4c4b74646ba3b7a4',
}

const hash = (rules) => createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)

describe('a version of the rules that another one has followed', () => {
  it.each(Object.entries(FROZEN))('%s says what it said', (version, expected) => {
    expect(hash(RULE_SETS[version])).toBe(expected)
  })

  it('is written down here, each of them', () => {
    const newest = new Map(COUNTRY_PACKS.map(({ country, regions, version }) => [`${country} ${regions}`, version]))
    const old = [
      ...Object.keys(RULE_SETS).filter((version) => version !== CURRENT_RULE_SET),
      ...COUNTRY_PACKS.map(({ version }) => version).filter((version) => ![...newest.values()].includes(version)),
    ]
    expect(old).toEqual(Object.keys(FROZEN))
  })
})
