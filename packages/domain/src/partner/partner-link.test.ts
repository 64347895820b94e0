import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate as day } from '../calendar/plain-date.ts'
import type { LinkState } from './partner-codes.ts'
import { ANSWER_LASTS_DAYS, isActive, NOT_ASKED, type PartnerSide, shownTo } from './partner-link.ts'

const TODAY = day('2026-03-26')
const YES: PartnerSide = { answer: 'yes', askedOn: TODAY, yesOn: TODAY, isBlocked: false, leaving: null }
const left = (facts: Partial<PartnerSide>): PartnerSide => ({ ...YES, ...facts })

/** Every way in which a side can stand: whether it takes part, and whether it looks so from the other side. */
const SIDES = {
  'not asked': [NOT_ASKED, false, false],
  yes: [YES, true, true],
  'yes of the last day': [{ ...YES, yesOn: addDays(TODAY, -ANSWER_LASTS_DAYS) }, true, true],
  'yes that lapsed': [{ ...YES, yesOn: addDays(TODAY, -ANSWER_LASTS_DAYS - 1) }, false, false],
  no: [left({ answer: 'no', yesOn: null }), false, false],
  'withdrawn, end now': [left({ answer: 'withdrawn', leaving: 'end-now' }), false, false],
  'withdrawn, next run': [left({ answer: 'withdrawn', leaving: 'next-run' }), false, false],
  'withdrawn, keeps up': [left({ answer: 'withdrawn', leaving: 'keep-appearances' }), false, true],
  'withdrawn, kept up until it lapsed': [
    left({ answer: 'withdrawn', leaving: 'keep-appearances', yesOn: addDays(TODAY, -ANSWER_LASTS_DAYS - 1) }),
    false,
    false,
  ],
  'stopped, end now': [left({ isBlocked: true, leaving: 'end-now' }), false, false],
  'stopped, next run': [left({ isBlocked: true, leaving: 'next-run' }), false, false],
  'stopped, keeps up': [left({ isBlocked: true, leaving: 'keep-appearances' }), false, true],
  'yes and stopped from the first': [left({ isBlocked: true }), false, false],
} as const satisfies Record<string, readonly [PartnerSide, boolean, boolean]>
type Name = keyof typeof SIDES
const NAMES = Object.keys(SIDES) as Name[]
const CELLS = NAMES.flatMap((one) => NAMES.map((other) => [one, other] as const))

describe('the link, for every pair of sides', () => {
  it.each(CELLS)('%s with %s', (one, other) => {
    const [mine, takesPart] = SIDES[one]
    const [theirs, takesPartToo, looksSo] = SIDES[other]
    expect(isActive(mine, theirs, TODAY)).toBe(takesPart && takesPartToo)
    const expected: LinkState = takesPart && looksSo ? 'active' : 'not-available'
    expect(shownTo(mine, theirs, TODAY)).toBe(expected)
  })

  it('is never shown to a side that nobody is on the other side of', () => {
    for (const name of NAMES) expect(shownTo(SIDES[name][0], null, TODAY)).toBe('not-available')
  })

  it('whoever keeps up appearances cannot be told from somebody who stands, on any day', () => {
    const keepsUp = left({ answer: 'withdrawn', leaving: 'keep-appearances' })
    for (let days = 0; days < 60; days += 1) {
      const today = addDays(TODAY, days)
      const mine = { ...YES, yesOn: today }
      expect(shownTo(mine, keepsUp, today)).toBe(shownTo(mine, YES, today))
    }
  })

  it('one that was withdrawn or stopped cannot be told from one that never was', () => {
    for (const name of NAMES.filter((each) => !SIDES[each][2]))
      for (const mine of NAMES)
        expect(shownTo(SIDES[mine][0], SIDES[name][0], TODAY)).toBe(shownTo(SIDES[mine][0], null, TODAY))
  })
})
