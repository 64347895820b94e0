import { describe, expect, it } from 'vitest'
import { CURRENT_RULE_SET, RULE_SETS } from '../checklist/rule-sets.ts'
import type { CountryPack, PackItem } from './country-pack.ts'
import { COUNTRY_PACKS } from './country-packs.ts'
import { packFaults } from './validate-pack.ts'

const COMMON = RULE_SETS[CURRENT_RULE_SET]

describe.each<CountryPack>(COUNTRY_PACKS)('$code', (pack) => {
  it('validates', () => {
    const others = (COUNTRY_PACKS as readonly CountryPack[]).filter(({ code }) => code !== pack.code)
    const taken = others.flatMap(({ items }) => Object.keys(items))
    const faults = packFaults(pack, COMMON, taken)
    expect(faults.map((each) => `packs/${pack.code}.ts ${each.item}: ${each.reason} ${each.detail}`)).toEqual([])
  })

  it('has a version of its own, and items', () => {
    expect(COUNTRY_PACKS.filter(({ version }) => version === pack.version)).toHaveLength(1)
    expect(Object.keys(pack.items).length).toBeGreaterThan(0)
  })
})

const ITEM: PackItem = {
  area: 'benefits',
  ownerSide: 'prison',
  critical: false,
  neededWhen: 'always',
  blockedBy: [],
  dueOffsetMinutes: -14 * 24 * 60,
  standingMinutes: null,
  earliest: { days: -30 },
  latest: { days: 0, hard: true },
  leadDays: 7,
  legalSource: { text: '§ 1', url: 'https://example.org/1' },
  verifiedOn: '2026-11-22',
  mark: 'S',
}

describe('a pack at fault is named with item and reason', () => {
  it.each<[string, Partial<PackItem>, string, Partial<CountryPack>?]>([
    ['benefits-xx-a', {}, ''],
    ['housing-xx-a', {}, 'code-of-another-area benefits'],
    ['benefits-claim', {}, 'code-of-a-common-item'],
    ['benefits-zz-a', {}, 'code-in-another-pack'],
    ['benefits-xx-a', { blockedBy: ['no-such-item'] }, 'unknown-prerequisite no-such-item'],
    ['benefits-xx-a', { blockedBy: ['benefits-xx-a'] }, 'circle'],
    [
      'benefits-xx-a',
      { blockedBy: ['benefits-money-for-first-days'] },
      'due-before-prerequisite benefits-money-for-first-days',
    ],
    ['benefits-xx-a', { earliest: { days: -13 } }, 'due-before-earliest -14 < -13'],
    ['benefits-xx-a', { latest: { days: -15, hard: false } }, 'latest-before-due -15 < -14'],
    ['benefits-xx-a', { leadDays: 31 }, ''],
    ['benefits-xx-a', { leadDays: 0 }, 'lead-days 0'],
    ['benefits-xx-a', { leadDays: 0.5 }, 'lead-days 0.5'],
    ['benefits-xx-a', { legalSource: { text: ' ', url: null } }, 'missing-source'],
    ['benefits-xx-a', { legalSource: { text: '§ 1', url: 'http://example.org' } }, 'missing-source http://example.org'],
    ['benefits-xx-a', { verifiedOn: null }, 'verified-on'],
    ['benefits-xx-a', { verifiedOn: null, mark: 'K' }, ''],
    ['benefits-xx-a', { verifiedOn: '2026-13-01' }, 'verified-on 2026-13-01'],
    ['benefits-xx-a', { takesPlaceOf: 'no-such-item' }, 'takes-unknown-place no-such-item'],
    ['benefits-xx-a', { takesPlaceOf: 'documents-id', blockedBy: ['benefits-bank-account'] }, 'circle'],
    ['benefits-xx-a', { takesPlaceOf: 'documents-id' }, 'due-before-prerequisite benefits-xx-a'],
    ['benefits-xx-a', { takesPlaceOf: 'benefits-health-cover' }, ''],
    [
      'benefits-xx-a',
      { takesPlaceOf: 'benefits-health-cover', neededWhen: [[{ fact: 'has-health-cover', is: ['no'] }]] },
      'leaves-a-hole benefits-health-cover',
    ],
    [
      'benefits-xx-a',
      { earliest: { days: -30 }, latest: { days: -31, hard: false } },
      'latest-before-earliest -31 < -30',
    ],
    ['benefits-xx-a', { dueOffsetMinutes: -14 * 24 * 60, latest: { days: -14, hard: false } }, ''],
    ['benefits-xx-a', { earliest: { days: -14 }, latest: { days: -14, hard: false } }, ''],
    ['benefits-xx-a', { leadDays: null, latest: null, earliest: null }, ''],
    ['benefits-xx-a', { blockedBy: ['documents-id'] }, ''],
    [
      'benefits-xx-a',
      { legalSource: { text: '§ 1', url: 'see https://example.org' } },
      'missing-source see https://example.org',
    ],
    ['benefits-xx-a', { legalSource: { text: '§ 1', url: null } }, ''],
    ['benefits-xx-a', { verifiedOn: null, mark: 'S' }, 'verified-on'],
    ['benefits-xx-a', {}, 'country AAA', { country: 'AAA' }],
    ['benefits-xx-a', {}, 'country aAA', { country: 'aAA' }],
    ['benefits-xx-a', {}, 'version xx-2026+1', { version: 'xx-2026+1' }],
    ['benefits-xx-a', {}, '', { regions: ['SCT'] }],
    ['benefits-xx-a', {}, 'country xx', { country: 'xx' }],
    ['benefits-xx-a', {}, 'country XX', { regions: [] }],
    ['benefits-xx-a', {}, 'version 2026-11', { version: '2026-11' }],
    ['benefits-xx-a', {}, 'left-out-item', { leftOut: [{ row: 'one', because: 'common-item' }] }],
    [
      'benefits-xx-a',
      {},
      'left-out-item nowhere',
      { leftOut: [{ row: 'one', because: 'common-item', item: 'nowhere' }] },
    ],
    ['benefits-xx-a', {}, '', { leftOut: [{ row: 'one', because: 'in-another-item', item: 'benefits-xx-a' }] }],
  ])('%s %j: %s', (code, change, expected, other = {}) => {
    const pack: CountryPack = {
      code: 'xx',
      country: 'XX',
      regions: null,
      version: 'xx-2026-11',
      items: { [code]: { ...ITEM, ...change } },
      leftOut: [],
      ...other,
    }
    const faults = packFaults(pack, COMMON, ['benefits-zz-a'])
    const told = faults.map(({ reason, detail }) => `${reason} ${detail}`.trim())
    if (expected === '') expect(told).toEqual([])
    else expect(told).toContain(expected)
  })

  it('names the first item that takes a place, and where', () => {
    const pack: CountryPack = {
      code: 'xx',
      country: 'XX',
      regions: null,
      version: 'xx-1',
      items: { 'benefits-xx-a': { ...ITEM, takesPlaceOf: 'no-such-item' } },
      leftOut: [],
    }
    expect(packFaults(pack, COMMON)).toEqual([
      { item: 'benefits-xx-a', reason: 'takes-unknown-place', detail: 'no-such-item' },
    ])
    const narrow: PackItem = { ...ITEM, neededWhen: [[{ fact: 'has-health-cover', is: ['no'] }]] }
    expect(
      packFaults({ ...pack, items: { 'benefits-xx-a': { ...narrow, takesPlaceOf: 'benefits-health-cover' } } }, COMMON),
    ).toEqual([{ item: 'benefits-xx-a', reason: 'leaves-a-hole', detail: 'benefits-health-cover' }])
  })

  it('asks for no other way where there is no last day, and for words about what was left out', () => {
    const pack: CountryPack = {
      code: 'xx',
      country: 'XX',
      regions: null,
      version: 'xx-1',
      items: { 'benefits-xx-a': { ...ITEM, latest: null } },
      leftOut: [{ row: 'one', because: 'in-another-item', item: 'benefits-xx-a' }],
    }
    expect(packFaults(pack, COMMON, [], () => false)).toEqual([
      ...['checklist.item', 'country-pack.why', 'country-pack.office', 'country-pack.evidence'].map((key) => ({
        item: 'benefits-xx-a',
        reason: 'missing-words',
        detail: `${key}.benefits-xx-a`,
      })),
      { item: 'one', reason: 'missing-words', detail: 'country-pack.left-out.xx.one' },
    ])
  })

  it('names the words that are not there', () => {
    const pack = {
      code: 'xx',
      country: 'XX',
      regions: null,
      version: 'xx-1',
      items: { 'benefits-xx-a': ITEM },
      leftOut: [],
    }
    expect(packFaults(pack, COMMON, [], () => false).map(({ detail }) => detail)).toEqual([
      'checklist.item.benefits-xx-a',
      'country-pack.why.benefits-xx-a',
      'country-pack.office.benefits-xx-a',
      'country-pack.evidence.benefits-xx-a',
      'country-pack.instead.benefits-xx-a',
    ])
  })
})
