import { describe, expect, it } from 'vitest'
import type { HandoffStatus } from '../handoff/handoff-statuses.ts'
import { type FirstHoursFacts, firstSteps } from './first-steps.ts'

const NOTHING: FirstHoursFacts = {
  handoffs: [{ status: 'sent' }],
  contacts: [],
  hasArrived: false,
  dose: 'none',
  firstNight: null,
  hasNextAppointment: false,
}
const steps = (facts: Partial<FirstHoursFacts>) => firstSteps({ ...NOTHING, ...facts })
const stateOf = (step: string, facts: Partial<FirstHoursFacts>) => steps(facts).find((one) => one.step === step)?.state

describe('the five steps of the first 48 hours', () => {
  it.each<[HandoffStatus[], string]>([
    [[], 'nothing-sent'],
    [['revoked', 'closed'], 'nothing-sent'],
    [['sent'], 'waiting'],
    [['accepted', 'sent'], 'waiting'],
    [['accepted', 'rejected'], 'sent-back'],
    [['timed-out', 'sent'], 'sent-back'],
    [['acknowledged', 'accepted', 'in-progress', 'done'], 'done'],
    [['acknowledged', 'revoked'], 'done'],
  ])('with handoffs %j the acknowledgement is %s', (statuses, state) => {
    expect(stateOf('acknowledge', { handoffs: statuses.map((status) => ({ status })) })).toBe(state)
  })

  it.each([
    [[], false, 'to-do'],
    [['no-answer', 'message-left'], false, 'tried'],
    [['no-answer', 'reached'], false, 'done'],
    [[], true, 'done'],
  ] as const)('after contacts %j, arrived %s, reaching is %s', (outcomes, hasArrived, state) => {
    expect(stateOf('reach', { contacts: outcomes.map((outcome) => ({ outcome })), hasArrived })).toBe(state)
  })

  it.each([
    ['given', 'done'],
    ['covered', 'covered'],
    ['none', 'to-do'],
    [null, undefined],
  ] as const)('a dose %s is %s', (dose, state) => {
    expect(stateOf('first-dose', { dose })).toBe(state)
  })

  it.each([
    ['confirmed-bed', 'done'],
    ['other-address', 'done'],
    ['street', 'street'],
    ['unknown', 'unknown'],
    [null, 'to-do'],
    [undefined, undefined],
  ] as const)('a first night %s is %s', (firstNight, state) => {
    expect(stateOf('first-night', { firstNight })).toBe(state)
  })

  it('keeps the order and marks the first unsettled one as next', () => {
    expect(steps({ handoffs: [{ status: 'accepted' }], dose: 'covered', hasArrived: true })).toEqual([
      { step: 'acknowledge', state: 'done', isNext: false },
      { step: 'reach', state: 'done', isNext: false },
      { step: 'first-dose', state: 'covered', isNext: false },
      { step: 'first-night', state: 'to-do', isNext: true },
      { step: 'next-appointment', state: 'to-do', isNext: false },
    ])
  })

  it('marks none when all is settled', () => {
    const all = steps({
      handoffs: [{ status: 'accepted' }],
      hasArrived: true,
      dose: 'given',
      firstNight: 'confirmed-bed',
      hasNextAppointment: true,
    })
    expect(all.filter((one) => one.isNext)).toEqual([])
  })

  it('leaves out what the reader may not see', () => {
    expect(steps({ dose: null, firstNight: undefined }).map((one) => one.step)).toEqual([
      'acknowledge',
      'reach',
      'next-appointment',
    ])
  })
})
