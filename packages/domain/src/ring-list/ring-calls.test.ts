import { describe, expect, it } from 'vitest'
import { type CallInOrder, type CallSafety, callsInOrder, mayRing, ringForDose, scriptFor } from './ring-calls.ts'

const NOW = new Date('2026-03-26T12:00:00Z')
const call = (about: CallInOrder['about'], since: string, lastCallAt: string | null = null): CallInOrder => ({
  about,
  subjectId: `${about} ${since}`,
  since: new Date(since),
  lastCallAt: lastCallAt === null ? null : new Date(lastCallAt),
})
const safety = (more: Partial<CallSafety>): CallSafety => ({
  channel: null,
  hours: null,
  wording: null,
  voicemail: null,
  ...more,
})

describe('the next call', () => {
  it('is about a dose, then about an answer that is owed, then to somebody nobody has reached; the longest first', () => {
    const calls = [
      call('person', '2026-03-25T08:00:00Z'),
      call('person', '2026-03-24T14:00:00Z'),
      call('acknowledge', '2026-03-26T11:00:00Z'),
      call('dose', '2026-03-26T11:59:00Z'),
      call('acknowledge', '2026-03-26T10:00:00Z'),
    ]
    expect(callsInOrder(calls, NOW).map(({ subjectId }) => subjectId)).toEqual([
      'dose 2026-03-26T11:59:00Z',
      'acknowledge 2026-03-26T10:00:00Z',
      'acknowledge 2026-03-26T11:00:00Z',
      'person 2026-03-24T14:00:00Z',
      'person 2026-03-25T08:00:00Z',
    ])
  })

  it.each([
    ['2026-03-26T11:00:01Z', 0],
    ['2026-03-26T11:00:00Z', 1],
    [null, 1],
  ])('after one at %s: %i is due', (lastCallAt, due) => {
    expect(callsInOrder([call('person', '2026-03-25T08:00:00Z', lastCallAt)], NOW)).toHaveLength(due)
  })

  it.each([
    ['no-gap', null],
    ['watch', null],
    ['check-in', 'dosing-point'],
    ['ring-prescriber', 'prescriber'],
    ['treat-as-new-start', 'prescriber'],
  ] as const)('about doses, %s rings %s', (state, whom) => {
    expect(ringForDose(state)).toBe(whom)
  })
})

describe('what the person asked for', () => {
  it.each([
    [null, true],
    [safety({}), true],
    [safety({ channel: 'phone' }), true],
    [safety({ channel: 'text' }), false],
    [safety({ channel: 'letter' }), false],
    [safety({ channel: 'in-person' }), false],
    [safety({ channel: 'none' }), false],
  ])('%j: rung %s', (asked, rung) => {
    expect(mayRing(asked)).toBe(rung)
  })

  it.each([
    [null, 'ask-for-them', 'say-nothing'],
    [safety({ wording: 'the dentist' }), 'own-words', 'say-nothing'],
    [safety({ voicemail: false, wording: 'the dentist' }), 'own-words', 'say-nothing'],
    [safety({ voicemail: true }), 'ask-for-them', 'leave-number'],
    [safety({ voicemail: true, wording: 'the dentist' }), 'own-words', 'leave-own-words'],
    [safety({ voicemail: true, channel: 'none' }), 'ask-for-them', 'say-nothing'],
  ] as const)('%j: opens with %s, leaves %s', (asked, opening, machine) => {
    expect(scriptFor(asked)).toEqual({ opening, machine })
  })
})
