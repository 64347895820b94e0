import { describe, expect, it } from 'vitest'
import { mayLeaveMessage } from './contact-safety.ts'
import { PrisonNumber, writtenNumber } from './prison-number.ts'
import { isTelephone, Telephone, telephoneKey } from './telephone.ts'

describe('a telephone number', () => {
  it.each([
    ['in the plain form', '02079460999', true],
    ['with a plus', '+47 400 00 000', true],
    ['with brackets, strokes, dots and dashes', '(020) 7946/09.9-9', true],
    ['of five digits', '12345', true],
    ['of four', '1234', false],
    ['of five signs and four digits', '1-2-3-4', false],
    ['behind a word', 'tel 02079460999', false],
    ['before a word', '02079460999 Ana', false],
    ['with two pluses', '++4740000000', false],
    ['with a plus inside', '47+40000000', false],
    ['with a hidden letter', '020794\u200b60999', false],
    ['with digits of another script', '٠٢٠٧٩٤٦', false],
    ['that is empty', '', false],
  ])('%s', (_what, value, isOne) => expect(isTelephone(value)).toBe(isOne))

  it.each([
    ['one', '+47 400 00 000', []],
    ['nothing', ' ', ['person.telephone.missing', 'person.telephone.no-number']],
    ['no number', 'ask Ana', ['person.telephone.no-number']],
    ['more than is kept', '0'.repeat(31), ['person.telephone.too-long']],
  ])('as sent: %s', (_what, value, messages) => {
    expect((Telephone.safeParse(value).error?.issues ?? []).map(({ message }) => message)).toEqual(messages)
  })

  it.each([
    ['0047 400 00 000', '40000000'],
    ['+47 400-00-000', '40000000'],
    ['40000000', '40000000'],
    ['4000000', null],
    ['112', null],
  ])('%s is compared by %s', (value, key) => expect(telephoneKey(value)).toBe(key))
})

describe('a prison number', () => {
  it.each([
    ['b8141ax', 'B8141AX'],
    ['  B  8141   AX ', 'B 8141 AX'],
    ['2026/1-å', '2026/1-Å'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(writtenNumber(typed)).toBe(stored)
    expect(PrisonNumber.parse(typed)).toBe(stored)
  })

  it.each([
    ['nothing', '', ['person.prisonNumber.missing']],
    ['spaces', '   ', ['person.prisonNumber.missing']],
    ['no text', 7, ['person.prisonNumber.missing']],
    ['forty signs', 'A'.repeat(40), []],
    ['one more', 'A'.repeat(41), ['person.prisonNumber.too-long']],
    ['a hidden letter', 'A\u200b1', ['person.prisonNumber.hidden-character']],
  ])('of %s', (_what, typed, messages) => {
    expect((PrisonNumber.safeParse(typed).error?.issues ?? []).map(({ message }) => message)).toEqual(messages)
  })
})

describe('a message on the machine', () => {
  it.each([
    ['the person said yes', true, 'phone', true],
    ['the person said yes, and nobody said how to reach them', true, null, true],
    ['the person said no', false, 'phone', false],
    ['nobody asked', null, 'phone', false],
    ['the person is not to be reached at all', true, 'none', false],
  ] as const)('%s', (_what, voicemail, channel, may) => expect(mayLeaveMessage({ voicemail, channel })).toBe(may))
})
