import { describe, expect, it } from 'vitest'
import { type HandoffAreaState, handoffAreaState, handoverState } from './handoff-area-state.ts'
import type { HandoffStatus } from './handoff-statuses.ts'

describe('how an area stands', () => {
  it.each<[HandoffStatus[], boolean, HandoffAreaState]>([
    [[], true, 'not-sent'],
    [[], false, 'not-needed'],
    [['draft'], true, 'draft'],
    [['sent'], true, 'sent'],
    [['acknowledged'], true, 'acknowledged'],
    [['in-progress'], true, 'accepted'],
    [['done'], true, 'done'],
    [['rejected'], true, 'rejected'],
    [['revoked'], true, 'not-sent'],
    [['closed'], true, 'not-sent'],
    [['revoked'], false, 'not-needed'],
    [['timed-out'], true, 'timed-out'],
    [['accepted', 'sent'], true, 'sent'],
    [['done', 'rejected'], true, 'rejected'],
    [['revoked', 'acknowledged'], true, 'acknowledged'],
  ])('%j, needed %s', (statuses, isNeeded, expected) => {
    const handoffs = statuses.map((status) => ({ area: 'omt' as const, status, isSuperseded: false }))
    expect(handoffAreaState('omt', isNeeded, handoffs)).toBe(expected)
    expect(handoffAreaState('housing', false, handoffs)).toBe('not-needed')
  })

  it('lets the successor speak', () => {
    const handoffs = [
      { area: 'omt', status: 'timed-out', isSuperseded: true },
      { area: 'omt', status: 'acknowledged', isSuperseded: false },
    ] as const
    expect(handoffAreaState('omt', true, handoffs)).toBe('acknowledged')
  })
})

describe('how the release stands', () => {
  it.each<[HandoffAreaState[], string]>([
    [['acknowledged', 'accepted', 'done', 'not-needed'], 'handed-over'],
    [['acknowledged', 'sent'], 'partly'],
    [['sent', 'not-sent'], 'not-yet'],
    [['rejected'], 'not-yet'],
    [['not-needed'], 'nothing-needed'],
    [[], 'nothing-needed'],
  ])('%j', (states, expected) => {
    expect(handoverState(states)).toBe(expected)
  })
})
