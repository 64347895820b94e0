import { describe, expect, it } from 'vitest'
import { COPY_HOURS, type CopyTimes, decideCopy } from './gate-copy.ts'
import { pinFault } from './gate-pin.ts'

const HOUR = 3_600_000
const MORNING = Date.parse('2026-03-26T07:00:00Z')
const fetched: CopyTimes = { fetchedAt: MORNING, latestAt: MORNING, openMs: 0 }

describe('a copy of the list on a device', () => {
  const table: readonly [string, CopyTimes, number, ReturnType<typeof decideCopy>][] = [
    ['just fetched', fetched, MORNING, 'readable'],
    ['two hours without network', fetched, MORNING + 2 * HOUR, 'readable'],
    ['one moment before its end', fetched, MORNING + COPY_HOURS * HOUR - 1, 'readable'],
    ['at its end', fetched, MORNING + COPY_HOURS * HOUR, 'too-old'],
    ['the clock stands, the page stood open 12 hours', { ...fetched, openMs: 12 * HOUR }, MORNING, 'too-old'],
    [
      'the network corrects the clock by a minute',
      { ...fetched, latestAt: MORNING + HOUR },
      MORNING + HOUR - 60_000,
      'readable',
    ],
    ['somebody sets the clock back', { ...fetched, latestAt: MORNING + 6 * HOUR }, MORNING + HOUR, 'set-back'],
    ['the clock stands before the copy was made', fetched, MORNING - HOUR, 'set-back'],
  ]
  for (const [name, times, now, answer] of table) it(name, () => expect(decideCopy(times, now)).toBe(answer))
})

describe('a PIN for the gate', () => {
  const table: readonly [string, ReturnType<typeof pinFault>][] = [
    ['', 'too-short'],
    ['48213', 'too-short'],
    ['000000', 'too-simple'],
    ['123456', 'too-simple'],
    ['987654', 'too-simple'],
    ['abcdef', 'too-simple'],
    ['482139', null],
    ['135791', null],
    ['rain on tin', null],
  ]
  for (const [pin, fault] of table)
    it(`${pin || 'nothing'}: ${fault ?? 'taken'}`, () => expect(pinFault(pin)).toBe(fault))
})
