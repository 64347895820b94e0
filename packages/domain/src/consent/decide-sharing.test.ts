import { describe, expect, it } from 'vitest'
import type { Category } from '../access/access-codes.ts'
import { CATEGORIES } from '../access/access-codes.ts'
import { AREAS, type Area } from '../checklist/areas.ts'
import { SERVICE_KINDS, type ServiceKind } from '../service/service-kinds.ts'
import type { ConsentCategory, ConsentState } from './consent-codes.ts'
import { CONSENT_CATEGORIES } from './consent-codes.ts'
import {
  BASIS_OF_CATEGORY,
  type CaseSharing,
  CONSENT_GOES_WITH,
  type ConsentStatement,
  decideSharing,
  mayShare,
  NOTHING_SAID,
  standingOf,
} from './decide-sharing.ts'

const NOW = new Date('2026-03-26T10:00:00Z')
const HARBOUR = '019a0000-0000-7000-8000-000000000001'
const OTHER = '019a0000-0000-7000-8000-000000000002'

const consent = (change: Partial<ConsentStatement> = {}): ConsentStatement => ({
  consentId: OTHER,
  state: 'given',
  categories: ['hiv-hcv'],
  serviceIds: [HARBOUR],
  kinds: [],
  from: '2026-03-20T00:00:00.000Z',
  until: '2026-06-21T00:00:00.000Z',
  ...change,
})
const sharedWith = (kind: ServiceKind, areas: readonly Area[], said: Partial<CaseSharing> = {}) =>
  decideSharing({ ...NOTHING_SAID, ...said, recipient: { serviceId: HARBOUR, kind } }, areas, NOW)
const names = (of: ReturnType<typeof sharedWith>) => of.travels.map(({ category }) => category)

describe('what may be shared (rule CON-1)', () => {
  it('shares by duty what is handed over, and nothing beyond it where nobody said anything', () => {
    expect(sharedWith('drug-service', ['omt']).travels).toEqual([
      { category: 'identity', basis: 'care', byId: null },
      { category: 'release', basis: 'care', byId: null },
      { category: 'omt', basis: 'care', byId: null },
      { category: 'naloxone', basis: 'care', byId: null },
      { category: 'health', basis: 'care', byId: null },
    ])
    for (const kind of SERVICE_KINDS)
      for (const { basis } of sharedWith(kind, AREAS).travels) expect(['care', 'local', 'asked-alone']).toContain(basis)
  })

  it.each<[string, Partial<ConsentStatement>, boolean]>([
    ['for this service', {}, true],
    ['for its kind', { serviceIds: [], kinds: ['drug-service'] }, true],
    ['for another service', { serviceIds: [OTHER] }, false],
    ['for another kind', { serviceIds: [], kinds: ['housing'] }, false],
    ['about something else', { categories: ['own-words'] }, false],
    ['without an end', { until: null }, true],
    ['from tomorrow', { from: '2026-03-27T00:00:00.000Z' }, false],
    ['from this very moment', { from: NOW.toISOString() }, true],
    ['F07: over since this very moment', { until: NOW.toISOString() }, false],
    ['refused', { state: 'refused' }, false],
    ['withdrawn', { state: 'withdrawn' }, false],
  ])('a consent %s: %j', (_what, change, travels) => {
    const sharing = sharedWith('drug-service', ['omt'], { consents: [consent(change)] })
    expect(mayShare(sharing, 'hiv-hcv')).toBe(travels)
    if (travels)
      expect(sharing.travels.find(({ category }) => category === 'hiv-hcv')).toMatchObject({
        basis: 'consent',
        byId: OTHER,
      })
  })

  it.each<[ConsentCategory, ServiceKind, Area, boolean]>([
    ['hiv-hcv', 'drug-service', 'health', true],
    // No area of theirs carries it, and their kind never reads it.
    ['hiv-hcv', 'drug-service', 'housing', false],
    ['hiv-hcv', 'dosing-point', 'omt', false],
    ['hiv-hcv', 'peer-support', 'health', false],
    ['own-words', 'drug-service', 'housing', true],
    ['own-words', 'drug-service', 'partner', false],
    ['own-words', 'housing', 'housing', false],
    ['sharing-note', 'drug-service', 'omt', true],
    ['network', 'drug-service', 'support', true],
    ['network', 'probation', 'support', false],
  ])('a consent for %s to a %s with %s opens it: %s', (category, kind, area, opens) => {
    const said = { consents: [consent({ categories: [category] })] }
    expect(mayShare(sharedWith(kind, [area], said), category as Category)).toBe(opens)
  })

  it('shows details of supporters with a consent for them, among what is shared of support', () => {
    const said = { consents: [consent({ categories: ['supporters'] })] }
    expect(sharedWith('probation', ['support']).supporters).toBeNull()
    expect(sharedWith('probation', ['support'], said).supporters).toEqual({ basis: 'consent', byId: OTHER })
    expect(sharedWith('probation', ['housing'], said).supporters).toBeNull()
  })

  it('F07: an override opens what it names, for whom and until when it says, and is not called a consent', () => {
    const override = {
      overrideId: OTHER,
      categories: ['hiv-hcv'],
      serviceIds: [HARBOUR],
      kinds: [],
      from: '2026-03-26T09:00:00.000Z',
      until: '2026-03-26T12:00:00.000Z',
    } as const
    const sharing = sharedWith('drug-service', ['omt'], { overrides: [override] })
    expect(sharing.travels.at(-1)).toEqual({ category: 'hiv-hcv', basis: 'override', byId: OTHER })
    const over = { ...override, until: NOW.toISOString() }
    expect(mayShare(sharedWith('drug-service', ['omt'], { overrides: [over] }), 'hiv-hcv')).toBe(false)
  })

  it.each<[string, string[], ServiceKind[], boolean]>([
    ['from this service', [HARBOUR], [], true],
    ['from its kind', [], ['drug-service'], true],
    ['from everybody', [], [], true],
    ['from another', [OTHER], ['housing'], false],
  ])('an upheld objection keeps back %s what it names', (_who, serviceIds, kinds, isKept) => {
    const objection = { objectionId: OTHER, serviceIds, kinds, categories: ['health', 'naloxone'] as Category[] }
    const shared = names(sharedWith('drug-service', ['omt'], { objections: [objection] }))
    expect(shared).toEqual(
      isKept ? ['identity', 'release', 'omt'] : ['identity', 'release', 'omt', 'naloxone', 'health'],
    )
  })

  it('never leaves a handoff without who it is about', () => {
    const everything = { objectionId: OTHER, serviceIds: [], kinds: [], categories: [...CATEGORIES] }
    expect(names(sharedWith('drug-service', AREAS, { objections: [everything] }))).toEqual(['identity', 'release'])
  })
})

describe('how a consent stands', () => {
  it.each<[ConsentState, string, string | null, string]>([
    ['given', '2026-03-20T00:00:00Z', null, 'live'],
    ['given', '2026-03-27T00:00:00Z', null, 'not-begun'],
    ['given', '2026-03-20T00:00:00Z', '2026-03-26T10:00:00Z', 'expired'],
    ['given', '2026-03-20T00:00:00Z', '2026-03-26T10:00:01Z', 'live'],
    ['refused', '2026-03-20T00:00:00Z', null, 'refused'],
    ['withdrawn', '2026-03-20T00:00:00Z', '2026-03-21T00:00:00Z', 'withdrawn'],
  ])('%s from %s until %s: %s', (state, from, until, standing) => {
    expect(standingOf({ state, from, until }, NOW)).toBe(standing)
  })
})

it('says of every kind of information on what it is shared, and of what needs consent with what it goes', () => {
  expect(Object.keys(BASIS_OF_CATEGORY).toSorted()).toEqual([...CATEGORIES].toSorted())
  expect(Object.keys(CONSENT_GOES_WITH)).toEqual([...CONSENT_CATEGORIES])
  for (const category of CATEGORIES)
    expect([category, BASIS_OF_CATEGORY[category] === 'consent']).toEqual([
      category,
      (CONSENT_CATEGORIES as readonly string[]).includes(category),
    ])
})
