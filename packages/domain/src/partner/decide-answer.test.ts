import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { type AnswerRefusal, decideAnswer, type SaidAlone } from './decide-answer.ts'
import { LEAVINGS, SAID_ANSWERS } from './partner-codes.ts'
import { isStanding, NOT_ASKED, type PartnerSide } from './partner-link.ts'

const TODAY = day('2026-03-26')
const BEFORE = day('2026-03-20')

const side = (facts: Partial<PartnerSide>): PartnerSide => ({ ...NOT_ASKED, askedOn: BEFORE, ...facts })
/** Every way in which a side can stand before somebody is asked. */
const STANDING = {
  'not asked': NOT_ASKED,
  yes: side({ answer: 'yes', yesOn: BEFORE }),
  'yes, stopped': side({ answer: 'yes', yesOn: BEFORE, isBlocked: true, leaving: 'next-run' }),
  'yes, never took part': side({ answer: 'yes', yesOn: BEFORE, isBlocked: true }),
  no: side({ answer: 'no' }),
  'taken back': side({ answer: 'withdrawn', yesOn: BEFORE, leaving: 'keep-appearances' }),
} as const satisfies Record<string, PartnerSide>

const alone = (facts: Partial<SaidAlone>): SaidAlone => ({
  answer: 'yes',
  askedOn: TODAY,
  seenAlone: true,
  isBlocked: false,
  leaving: null,
  ...facts,
})

describe('what one person says alone', () => {
  it.each<[keyof typeof STANDING, Partial<SaidAlone>, AnswerRefusal | Partial<PartnerSide>]>([
    ['not asked', { answer: 'yes' }, { answer: 'yes', yesOn: TODAY, isBlocked: false, leaving: null }],
    ['not asked', { answer: 'no' }, { answer: 'no', yesOn: null, leaving: null }],
    ['not asked', { answer: 'withdrawn' }, 'partner.nothing-to-withdraw'],
    ['not asked', { answer: 'yes', isBlocked: true }, { answer: 'yes', isBlocked: true, leaving: null }],
    ['not asked', { answer: 'no', isBlocked: true }, { answer: 'no', isBlocked: true, leaving: null }],
    ['not asked', { answer: 'no', leaving: 'end-now' }, 'partner.not-leaving'],
    ['yes', { answer: 'yes' }, { answer: 'yes', yesOn: TODAY }],
    ['yes', { answer: 'no' }, 'partner.withdraw-instead'],
    ['yes', { answer: 'withdrawn' }, 'partner.leaving-not-chosen'],
    ['yes', { answer: 'withdrawn', leaving: 'end-now' }, { answer: 'withdrawn', yesOn: BEFORE, leaving: 'end-now' }],
    ['yes', { answer: 'withdrawn', leaving: 'keep-appearances' }, { yesOn: BEFORE, leaving: 'keep-appearances' }],
    ['yes', { answer: 'yes', isBlocked: true }, 'partner.leaving-not-chosen'],
    ['yes', { answer: 'yes', isBlocked: true, leaving: 'next-run' }, { isBlocked: true, leaving: 'next-run' }],
    ['yes', { answer: 'yes', leaving: 'end-now' }, 'partner.not-leaving'],
    ['yes, stopped', { answer: 'yes' }, { isBlocked: false, leaving: null, yesOn: TODAY }],
    ['yes, stopped', { answer: 'yes', isBlocked: true }, { isBlocked: true, leaving: 'next-run' }],
    ['yes, stopped', { answer: 'withdrawn', leaving: 'keep-appearances' }, { leaving: 'keep-appearances' }],
    ['yes, never took part', { answer: 'withdrawn' }, { answer: 'withdrawn', leaving: null }],
    ['yes, never took part', { answer: 'withdrawn', leaving: 'end-now' }, 'partner.not-leaving'],
    ['no', { answer: 'yes' }, { answer: 'yes', yesOn: TODAY }],
    ['no', { answer: 'withdrawn' }, 'partner.nothing-to-withdraw'],
    ['taken back', { answer: 'yes' }, { answer: 'yes', yesOn: TODAY, leaving: null }],
    ['taken back', { answer: 'no' }, { answer: 'no', yesOn: BEFORE, leaving: 'keep-appearances' }],
    ['taken back', { answer: 'withdrawn', leaving: 'end-now' }, { answer: 'withdrawn', leaving: 'end-now' }],
  ])('%s, then %j', (name, said, expected) => {
    const decided = decideAnswer(STANDING[name], alone(said), TODAY)
    if (typeof expected === 'string') expect(decided).toEqual({ ok: false, refusal: expected })
    else expect(decided).toMatchObject({ ok: true, side: { askedOn: TODAY, ...expected } })
  })

  it('refuses whatever was said when the person was not alone, in every state', () => {
    for (const now of Object.values(STANDING))
      for (const answer of SAID_ANSWERS)
        for (const leaving of [null, ...LEAVINGS])
          expect(decideAnswer(now, alone({ answer, leaving, seenAlone: false }), TODAY)).toEqual({
            ok: false,
            refusal: 'partner.not-seen-alone',
          })
  })

  it.each([
    ['2026-03-27', 'partner.in-the-future'],
    ['2026-03-19', 'partner.before-the-last'],
  ])('refuses a conversation of %s: %s', (askedOn, refusal) => {
    expect(decideAnswer(STANDING.yes, alone({ askedOn: day(askedOn) }), TODAY)).toEqual({ ok: false, refusal })
  })

  it('nobody stops taking part without having chosen how, and whoever takes part has not left', () => {
    for (const now of Object.values(STANDING))
      for (const answer of SAID_ANSWERS)
        for (const isBlocked of [false, true])
          for (const leaving of [null, ...LEAVINGS]) {
            const decided = decideAnswer(now, alone({ answer, isBlocked, leaving }), TODAY)
            if (!decided.ok) continue
            const stands = isStanding(decided.side, TODAY)
            if (stands) expect(decided.side.leaving).toBeNull()
            if (isStanding(now, TODAY) && !stands) expect(decided.side.leaving).toBe(leaving)
          }
  })
})
