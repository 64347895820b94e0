import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNTABLE_SIDE, accountableService } from './accountable.ts'
import {
  decideMove,
  foldMoves,
  HANDOFF_MOVE_CODES,
  HANDOFF_MOVES,
  movesFor,
  OPEN_HANDOFF_STATUSES,
} from './handoff-moves.ts'
import { HANDOFF_SIDES, HANDOFF_STATUSES, type HandoffStatus } from './handoff-statuses.ts'

describe('the moves offered', () => {
  it.each<[HandoffStatus, string[], string[], string[]]>([
    // status, sending, receiving, system
    ['draft', ['send', 'revoke'], [], ['send', 'revoke']],
    ['sent', ['revoke'], ['acknowledge', 'accept', 'reject', 'return'], ['revoke', 'time-out']],
    ['acknowledged', ['revoke'], ['accept', 'reject', 'return'], ['revoke']],
    ['accepted', ['revoke'], ['start', 'finish', 'reassign', 'unassign'], ['reassign', 'unassign', 'revoke']],
    ['in-progress', ['revoke'], ['finish', 'reassign', 'unassign'], ['reassign', 'unassign', 'revoke']],
    ['done', [], [], []],
    ['rejected', ['resend', 'close'], [], []],
    ['revoked', [], [], []],
    ['timed-out', ['resend', 'close'], [], []],
    ['returned', ['resend', 'revoke'], [], ['revoke']],
    ['closed', [], [], []],
  ])('%s', (status, sending, receiving, system) => {
    expect(movesFor(status, 'sending')).toEqual(sending)
    expect(movesFor(status, 'receiving')).toEqual(receiving)
    expect(movesFor(status, 'system')).toEqual(system)
  })

  it('has every status in its table', () => {
    expect(Object.keys(ACCOUNTABLE_SIDE).toSorted()).toEqual([...HANDOFF_STATUSES].toSorted())
  })
})

describe('a move', () => {
  it.each([
    ['sent', 'acknowledge', 'receiving', null, { ok: true, to: 'acknowledged' }],
    ['draft', 'send', 'system', null, { ok: true, to: 'sent' }],
    ['draft', 'send', 'receiving', null, { ok: false, refusal: 'handoff.wrong-side' }],
    ['in-progress', 'unassign', 'system', 'account-closed', { ok: true, to: 'acknowledged' }],
    ['returned', 'resend', 'sending', null, { ok: true, to: 'closed' }],
    ['sent', 'acknowledge', 'sending', null, { ok: false, refusal: 'handoff.wrong-side' }],
    ['acknowledged', 'acknowledge', 'receiving', null, { ok: false, refusal: 'handoff.not-from-here' }],
    ['sent', 'accept', 'receiving', null, { ok: true, to: 'accepted' }],
    ['accepted', 'reject', 'receiving', 'no room', { ok: false, refusal: 'handoff.not-from-here' }],
    ['sent', 'reject', 'receiving', null, { ok: false, refusal: 'handoff.reason-missing' }],
    ['sent', 'reject', 'receiving', '  ', { ok: false, refusal: 'handoff.reason-missing' }],
    ['sent', 'reject', 'receiving', 'no room', { ok: true, to: 'rejected' }],
    ['accepted', 'revoke', 'sending', 'moved', { ok: true, to: 'revoked' }],
    ['done', 'revoke', 'sending', 'moved', { ok: false, refusal: 'handoff.not-from-here' }],
    ['revoked', 'accept', 'receiving', null, { ok: false, refusal: 'handoff.not-from-here' }],
    ['timed-out', 'accept', 'receiving', null, { ok: false, refusal: 'handoff.not-from-here' }],
    ['sent', 'time-out', 'system', null, { ok: true, to: 'timed-out' }],
    ['acknowledged', 'time-out', 'system', null, { ok: false, refusal: 'handoff.not-from-here' }],
    ['rejected', 'close', 'sending', 'going elsewhere', { ok: true, to: 'closed' }],
  ] as const)('from %s, %s by %s', (status, move, side, reason, expected) => {
    expect(decideMove(status, move, side, reason)).toEqual(expected)
  })

  it('has an answer for every status, move and side, and the buttons are the moves that are allowed', () => {
    for (const status of HANDOFF_STATUSES)
      for (const side of HANDOFF_SIDES)
        for (const move of HANDOFF_MOVE_CODES)
          expect(movesFor(status, side).includes(move)).toBe(decideMove(status, move, side, 'because').ok)
  })
})

describe('the history', () => {
  it.each([
    [[], 'draft'],
    [['send', 'acknowledge', 'accept', 'start', 'finish'], 'done'],
    [['send', 'accept', 'start', 'reassign', 'finish'], 'done'],
    [['send', 'reject', 'resend'], 'closed'],
    [['send', 'reject', 'resend', 'accept'], null],
    [['send', 'time-out'], 'timed-out'],
    [['acknowledge'], null],
    [['send', 'accept', 'reject'], null],
  ] as const)('%j ends as %s', (moves, status) => {
    expect(foldMoves(moves)).toBe(status)
  })

  it('is the status after any moves that were allowed, and every open status has one accountable side', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HANDOFF_MOVE_CODES)), (tries) => {
        let status: HandoffStatus = 'draft'
        const made = tries.filter((move) => {
          const decision = decideMove(status, move, HANDOFF_MOVES[move].by, 'because')
          if (decision.ok) status = decision.to
          return decision.ok
        })
        expect(foldMoves(made)).toBe(status)
        if (OPEN_HANDOFF_STATUSES.includes(status)) expect(['sending', 'receiving']).toContain(ACCOUNTABLE_SIDE[status])
      }),
    )
  })
})

describe('who is accountable', () => {
  it.each<[HandoffStatus, boolean, 'prison' | 'harbour']>([
    ['draft', false, 'prison'],
    ['sent', false, 'prison'],
    ['sent', true, 'harbour'],
    ['acknowledged', false, 'harbour'],
    ['acknowledged', true, 'harbour'],
    ['accepted', false, 'harbour'],
    ['in-progress', false, 'harbour'],
    ['done', false, 'harbour'],
    ['rejected', false, 'prison'],
    ['rejected', true, 'prison'],
    ['returned', false, 'prison'],
    ['revoked', false, 'prison'],
    ['timed-out', false, 'prison'],
    ['closed', false, 'prison'],
  ])('%s, opened by a time-out: %s', (status, isFallbackSuccessor, expected) => {
    const ends = { sendingServiceId: 'prison', receivingServiceId: 'harbour' }
    expect(accountableService({ status, isFallbackSuccessor, ...ends })).toBe(expected)
  })
})
