import { describe, expect, it } from 'vitest'
import { mayMerge, refusalToAnswer, refusalToJoin, stateAfter } from './decide-merge.ts'
import { MERGE_ANSWERS, MERGE_STATES, type MergeState } from './merge-codes.ts'

const ANNA = { accountId: 'anna', role: 'prison-health' as const, grants: [] }
const free = { isFaceOfAnother: false, isBehindAnother: false }

describe('merging two records', () => {
  it.each([
    ['prison-health', [], true],
    ['manager', ['privacy-officer'], true],
    ['manager', [], false],
    ['caseworker', ['privacy-officer'], false],
    ['administrator', ['privacy-officer'], false],
  ] as const)('%s with %j: %s', (role, grants, may) => {
    expect(mayMerge({ role, grants })).toBe(may)
  })

  it('is never one person’s work: whoever asked confirms nothing, in either direction', () => {
    for (const state of ['proposed', 'parting'] as const) {
      for (const answer of ['confirm', 'decline'] as const) {
        expect(refusalToAnswer({ state, askedBy: 'anna' }, answer, ANNA)).toBe('own-proposal')
        expect(refusalToAnswer({ state, askedBy: 'ben' }, answer, ANNA)).toBeNull()
      }
      expect(refusalToAnswer({ state, askedBy: 'anna' }, 'take-back', ANNA)).toBeNull()
      expect(refusalToAnswer({ state, askedBy: 'ben' }, 'take-back', ANNA)).toBe('not-own-proposal')
    }
  })

  it('answers only what waits', () => {
    const waits: MergeState[] = ['proposed', 'parting']
    for (const state of MERGE_STATES.filter((one) => !waits.includes(one)))
      for (const answer of MERGE_ANSWERS)
        expect(refusalToAnswer({ state, askedBy: 'ben' }, answer, ANNA)).toBe('not-waiting')
  })

  it.each([
    ['proposed', 'confirm', 'merged'],
    ['proposed', 'decline', 'declined'],
    ['proposed', 'take-back', 'taken-back'],
    ['parting', 'confirm', 'parted'],
    ['parting', 'decline', 'merged'],
    ['parting', 'take-back', 'merged'],
  ] as const)('%s, %s: %s', (state, answer, after) => {
    expect(stateAfter(state, answer)).toBe(after)
  })

  it.each([
    ['two free records', free, free, null],
    ['a face takes one more', { ...free, isFaceOfAnother: true }, free, null],
    ['behind another', { ...free, isBehindAnother: true }, free, 'face-is-behind-another'],
    ['a face behind another', free, { ...free, isFaceOfAnother: true }, 'other-is-a-face'],
    ['behind two', free, { ...free, isBehindAnother: true }, 'other-is-behind-another'],
  ] as const)('%s', (_what, face, other, refusal) => {
    expect(refusalToJoin('a', 'b', face, other)).toBe(refusal)
  })

  it('does not join a record with itself', () => {
    expect(refusalToJoin('a', 'a', free, free)).toBe('same-record')
  })
})
