import { describe, expect, it } from 'vitest'
import { DIGEST_CAUSE_OF, DIGEST_CAUSES, digestCounts, toldCount } from './digest-causes.ts'
import { BOARD_CAUSES } from './gap-board-input.ts'

describe('what the digest counts', () => {
  it('has a word for every cause of the board, and a cause for every word', () => {
    expect(Object.keys(DIGEST_CAUSE_OF).toSorted()).toEqual([...BOARD_CAUSES].toSorted())
    expect(new Set(Object.values(DIGEST_CAUSE_OF))).toEqual(new Set(DIGEST_CAUSES))
  })

  it('counts each person once by cause or apart, and beside it who is out of date', () => {
    expect(
      digestCounts([
        { isToday: false, cause: 'closure', isFresh: true, persons: 3 },
        { isToday: false, cause: 'hours-unknown', isFresh: false, persons: 4 },
        { isToday: false, cause: 'not-worked-out', isFresh: false, persons: 1 },
        { isToday: true, cause: 'closure', isFresh: true, persons: 9 },
        { isToday: false, cause: null, isFresh: false, persons: 2 },
      ]),
    ).toEqual({
      'place-shut': 7,
      'to-arrange': 0,
      'to-look-at': 0,
      'to-confirm': 0,
      'not-worked-out': 1,
      'could-leave-today': 9,
      'out-of-date': 7,
    })
    expect(Object.values(digestCounts([]))).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('a count in an e-mail (invariant I-9)', () => {
  it.each([
    [-1, { kind: 'none' }],
    [0, { kind: 'none' }],
    [1, { kind: 'few' }],
    [4, { kind: 'few' }],
    [5, { kind: 'number', persons: 5 }],
    [1000, { kind: 'number', persons: 1000 }],
  ])('%i', (persons, told) => {
    expect(toldCount(persons)).toEqual(told)
  })
})
