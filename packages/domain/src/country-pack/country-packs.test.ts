import { describe, expect, it } from 'vitest'
import { COUNTRY_PACKS, findCountryPack, findPackVersion } from './country-packs.ts'

describe('the pack of a place', () => {
  it.each([
    ['DE', '', 'de'],
    ['DE', 'BE', 'de'],
    ['NO', '', 'no'],
    ['GB', 'ENG', 'gb-england-wales'],
    ['GB', 'WLS', 'gb-england-wales'],
    // Nobody has written Scotland's.
    ['GB', 'SCT', null],
    ['SE', '', null],
    ['de', '', null],
    ['', '', null],
  ])('%s %s: %s', (country, region, code) => {
    expect(findCountryPack(country, region)?.code ?? null).toBe(code)
  })

  it('is found by exactly its version', () => {
    for (const pack of COUNTRY_PACKS) expect(findPackVersion(pack.version)).toBe(pack)
    for (const version of ['', 'de', 'de-1999']) expect(findPackVersion(version)).toBeNull()
  })
})
