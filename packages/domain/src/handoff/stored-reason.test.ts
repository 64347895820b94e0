import { describe, expect, it } from 'vitest'
import { REJECT_REASONS } from './handoff-reasons.ts'
import { reasonOf, storedReason } from './stored-reason.ts'

describe('a reason kept in one column', () => {
  it.each([
    ['no-capacity', null],
    ['other', 'the unit is flooded: nobody can get in'],
    ['other-area', 'they live across the river'],
  ] as const)('%s with words %j comes back as it was', (code, words) => {
    expect(reasonOf(storedReason({ code, words }), REJECT_REASONS)).toEqual({ code, words })
  })

  it('takes a text without a code as words', () => {
    expect(reasonOf('otherwise full', REJECT_REASONS)).toEqual({ code: null, words: 'otherwise full' })
  })
})
