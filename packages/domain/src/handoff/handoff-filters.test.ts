import { describe, expect, it } from 'vitest'
import { HandoffQuery, mayRemove } from '../saved-filter/saved-filter-input.ts'
import { isNarrowed, SENT_STATUSES } from './handoff-filters.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const query = (more: object) => HandoffQuery.parse({ list: 'inbox', tab: 'new', ...more })
const sent = (more: object) => HandoffQuery.parse({ list: 'sent', tab: 'waiting', ...more })

describe('a list of handoffs', () => {
  it.each([
    ['as it opens', query({}), false],
    ['of another tab', query({ tab: 'mine' }), false],
    ['in another order', query({ order: 'oldest-first' }), false],
    ['of an area', query({ area: 'omt' }), true],
    ['of a kind', query({ kind: 'emergency' }), true],
    ['of a sender', query({ serviceId: ID }), true],
    ['of a worker', query({ workerId: ID }), true],
    ['of those who are out', query({ out: 'released' }), true],
    ['of what is late', query({ overdue: true }), true],
    ['sent, as it opens', sent({}), false],
    ['sent, in one state', sent({ status: 'rejected' }), true],
  ])('%s', (_what, asked, narrowed) => {
    expect(isNarrowed(asked)).toBe(narrowed)
  })

  it('can be narrowed to every state but a draft, which is in none', () => {
    expect(SENT_STATUSES).not.toContain('draft')
    expect(SENT_STATUSES).toHaveLength(10)
  })

  it('is kept as codes and ids: nothing that was typed, and no filter of the other list', () => {
    for (const more of [{ text: 'Nowak' }, { status: 'sent' }, { workerId: 'Sam' }, { tab: 'waiting' }, { page: 2 }])
      expect(HandoffQuery.safeParse({ list: 'inbox', tab: 'new', ...more }).success).toBe(false)
    expect(HandoffQuery.safeParse({ list: 'sent', tab: 'waiting', workerId: ID }).success).toBe(false)
  })

  it.each([
    [{ isOwn: true, isShared: false }, 'caseworker', true],
    [{ isOwn: true, isShared: true }, 'caseworker', true],
    [{ isOwn: false, isShared: true }, 'caseworker', false],
    [{ isOwn: false, isShared: true }, 'manager', true],
    [{ isOwn: false, isShared: false }, 'manager', false],
  ])('%j is taken off by a %s: %s', (filter, role, may) => {
    expect(mayRemove(filter, role)).toBe(may)
  })
})
