import { describe, expect, it } from 'vitest'
import { type ClosingWish, decidePlanClosing } from './decide-plan-closing.ts'

const BY_FIRST: ClosingWish = { askedById: 'first', criticalOpen: 2 }

describe('closing a plan', () => {
  it.each<[string, string, string | null, Parameters<typeof decidePlanClosing>[2], object]>([
    ['inside', 'first', null, { isOut: false, criticalOpen: 0, wish: null }, { refusal: 'care-plan.still-inside' }],
    ['nothing critical open', 'first', null, { isOut: true, criticalOpen: 0, wish: null }, { does: 'close' }],
    ['no reason', 'first', null, { isOut: true, criticalOpen: 1, wish: null }, { refusal: 'care-plan.reason-missing' }],
    ['a reason', 'first', 'moved away', { isOut: true, criticalOpen: 1, wish: null }, { does: 'ask' }],
    [
      'the same person again',
      'first',
      null,
      { isOut: true, criticalOpen: 2, wish: BY_FIRST },
      { refusal: 'care-plan.second-person' },
    ],
    [
      'the same person with another reason',
      'first',
      'other',
      { isOut: true, criticalOpen: 2, wish: BY_FIRST },
      { does: 'ask' },
    ],
    ['a second person', 'second', null, { isOut: true, criticalOpen: 2, wish: BY_FIRST }, { does: 'fulfil' }],
    ['fewer are open since', 'second', null, { isOut: true, criticalOpen: 1, wish: BY_FIRST }, { does: 'fulfil' }],
    [
      'more are open than were seen',
      'second',
      null,
      { isOut: true, criticalOpen: 3, wish: BY_FIRST },
      { refusal: 'care-plan.reason-missing' },
    ],
    ['all done since', 'first', null, { isOut: true, criticalOpen: 0, wish: BY_FIRST }, { does: 'close' }],
  ])('%s', (_name, account, reason, at, expected) => {
    expect(decidePlanClosing(account, reason, at)).toEqual({ ok: 'does' in expected, ...expected })
  })
})
