import { describe, expect, it } from 'vitest'
import { decideLeaving, missingBeforeTheVan } from './decide-leaving.ts'

describe('leaving for court', () => {
  it.each([
    ['inside', false, false, null],
    ['at court already', true, false, 'court-day.already-out'],
    ['released', false, true, 'court-day.released'],
    ['released from court', true, true, 'court-day.released'],
  ] as const)('%s', (_, isOutAtCourt, isReleased, refusal) => {
    expect(decideLeaving({ isOutAtCourt, isReleased })).toEqual(
      refusal === null ? { ok: true } : { ok: false, refusal },
    )
  })

  it.each([
    [true, true, true, []],
    [false, true, true, ['kit']],
    [true, false, true, ['letter']],
    [true, true, false, ['last-dose']],
    [false, false, false, ['kit', 'letter', 'last-dose']],
  ])('kit %s, letter %s, last dose %s: %s is missing', (kitInHand, letterInHand, lastDoseConfirmed, missing) => {
    expect(missingBeforeTheVan({ kitInHand, letterInHand, lastDoseConfirmed })).toEqual(missing)
  })
})
