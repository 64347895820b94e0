import { describe, expect, it } from 'vitest'
import { canonicalEntry, canonicalSeal, NO_SERVICE, NOTHING_BEFORE, type TrailEntry, type TrailSeal } from './trail.ts'

const ENTRY: TrailEntry = {
  id: 'entry',
  at: '2026-04-02T08:00:00.000Z',
  xid: '731',
  accountId: 'account',
  serviceId: 'service',
  role: 'caseworker',
  action: 'case.by-episode',
  outcome: 'done',
  askedId: 'asked',
  episodeIds: ['episode'],
  relations: ['accepted'],
  personIds: ['person'],
  fields: ['familyName'],
  requestId: 'request',
}

const SEAL: TrailSeal = {
  serviceId: 'service',
  sequence: 7,
  entryIds: ['entry'],
  entryHashes: ['aa'],
  lastXid: '731',
  previous: 'bb',
}

describe('what is sealed', () => {
  it('of an entry is every field, in this order for ever: a sealed text cannot be made anew', () => {
    expect(canonicalEntry(ENTRY)).toBe(
      '["entry","2026-04-02T08:00:00.000Z","731","account","service","caseworker","case.by-episode","done","asked",["episode"],["accepted"],["person"],["familyName"],"request"]',
    )
  })

  it('of a batch is every field, in this order for ever', () => {
    expect(canonicalSeal(SEAL)).toBe('["service",7,"bb","731",["entry"],["aa"]]')
  })

  it.each(Object.keys(ENTRY))('of an entry is another text when its %s is another one', (field) => {
    const isList = Array.isArray(ENTRY[field as keyof TrailEntry])
    expect(canonicalEntry({ ...ENTRY, [field]: isList ? ['x'] : 'x' })).not.toBe(canonicalEntry(ENTRY))
  })

  it('begins with nothing before it', () => {
    expect(NOTHING_BEFORE).toMatch(/^0{64}$/)
    expect(NO_SERVICE).toMatch(/^0{8}(-0{4}){3}-0{12}$/)
  })
})
