import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { CODE_LENGTH, CODE_PATTERN, CODE_SIGNS, codeKey, shownCode } from './partner-code.ts'
import { lapsesAfter } from './partner-link.ts'

describe('the code by which partners find each other', () => {
  it.each([
    ['as it is shown', 'K7RT-2MQX', 'K7RT2MQX'],
    ['in small letters', 'k7rt-2mqx', 'K7RT2MQX'],
    ['with spaces', ' k7rt 2mqx ', 'K7RT2MQX'],
    ['in one', 'K7RT2MQX', 'K7RT2MQX'],
  ])('typed %s', (_how, typed, key) => {
    expect(CODE_PATTERN.test(typed)).toBe(true)
    expect(codeKey(typed)).toBe(key)
    expect(shownCode(key)).toBe('K7RT-2MQX')
  })

  it.each([
    ['too short', 'K7RT-2MQ'],
    ['too long', 'K7RT-2MQXX'],
    ['parted elsewhere', 'K7-RT2MQX'],
    ['with a nought or a one, which are letters to some', 'K0RT-1MQX'],
    ['with a word before it', 'code K7RT-2MQX'],
    ['with a word behind it', 'K7RT-2MQX please'],
    ['nothing', ''],
  ])('%s is none', (_what, typed) => expect(CODE_PATTERN.test(typed)).toBe(false))

  it('has no sign that reads as another, and none that makes a word', () => {
    for (const sign of 'O0I1LAEUS5') expect(CODE_SIGNS).not.toContain(sign)
    expect(CODE_PATTERN.test(CODE_SIGNS.slice(0, CODE_LENGTH))).toBe(true)
  })
})

describe('a yes', () => {
  it.each([
    ['2026-03-01', '2026-03-29'],
    [null, null],
  ])('of %s holds to the end of %s', (yesOn, last) => {
    expect(lapsesAfter({ yesOn: yesOn === null ? null : getPlainDate(yesOn) })).toBe(last)
  })
})
