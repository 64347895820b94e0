import { describe, expect, it } from 'vitest'
import { decideCopy } from './gate-copy.ts'
import { pinFault } from './gate-pin.ts'

describe('GATE-1: what a copy of the list may be locked with', () => {
  it.each([
    ['five signs', '18402', 'too-short'],
    ['nothing', '', 'too-short'],
    ['six signs', '184029', null],
    ['one sign repeated', '777777', 'too-simple'],
    ['a run up', '123456', 'too-simple'],
    ['a run down', '987654', 'too-simple'],
    ['a run of letters', 'abcdefg', 'too-simple'],
    ['a run with its end turned', '123465', null],
    ['every second digit', '135797', null],
    ['by threes', '0369<?', null],
    ['by twos up', '02468:', null],
    ['by twos down', ':86420', null],
    ['five of one and another', '777778', null],
  ])('%s: %s', (_what, pin, fault) => expect(pinFault(pin)).toBe(fault))
})

describe('a clock that was set back', () => {
  const FETCHED = Date.parse('2026-03-26T06:00:00Z')
  const HOUR = 3_600_000
  it.each([
    ['fetched an hour from now', { fetchedAt: FETCHED + HOUR, latestAt: FETCHED - HOUR }, 'set-back'],
    ['seen an hour from now', { fetchedAt: FETCHED - HOUR, latestAt: FETCHED + HOUR }, 'set-back'],
    ['both before now', { fetchedAt: FETCHED - HOUR, latestAt: FETCHED - HOUR }, 'readable'],
  ] as const)('%s: %s', (_what, times, expected) => {
    expect(decideCopy({ ...times, openMs: 0 }, FETCHED)).toBe(expected)
  })
})
