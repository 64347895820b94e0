import { describe, expect, it } from 'vitest'
import { day } from '../../testing/medication-histories.ts'
import { addDays } from '../calendar/plain-date.ts'
import { firstGapOf, type GapState, gapStateOf, isGap, type StripState } from './strip-state.ts'

const STATES = {
  C: { state: 'covered', way: 'supervised' },
  d: { state: 'due-today' },
  x: { state: 'closed', because: 'weekly-hours', holiday: null },
  U: { state: 'uncovered', because: 'no-appointment' },
  '?': { state: 'unknown', because: 'hours-unknown' },
  '-': { state: 'not-prescribed' },
} as const satisfies Record<string, StripState>

/** Days from 1 April 2026 on, a letter each. */
const strip = (letters: string) =>
  [...letters].map((letter, index) => ({
    ...(STATES[letter as keyof typeof STATES] as StripState),
    day: addDays(day('2026-04-01'), index),
  }))

describe('the first gap of some days (rule DOSE-7)', () => {
  it.each<[string, string, string]>([
    ['', '2026-04-01', ''],
    ['CCCC', '2026-04-01', ''],
    ['----', '2026-04-01', ''],
    ['d', '2026-04-01', ''],
    ['CxU?C', '2026-04-01', '2-4'],
    ['CxU?', '2026-04-01', '2-4'],
    // A gap that ended with a covered day is history, one that goes on is not.
    ['xxCCx', '2026-04-04', '5-5'],
    ['xxCCx', '2026-04-02', '1-2'],
    ['Cxxx', '2026-04-03', '2-4'],
    ['UUUU', '2026-04-04', '1-4'],
    // What is due today ends a gap; covered days to come do not make the one of today history.
    ['Cxdx', '2026-04-03', '2-2'],
    ['xxxCC', '2026-04-02', '1-3'],
    ['Cx-x', '2026-04-01', '2-2'],
  ])('%s on %s: %s', (letters, today, expected) => {
    const gap = firstGapOf(strip(letters), day(today)).map((each) => Number(each.day.slice(8)))
    expect(gap.length === 0 ? '' : `${gap[0]}-${gap.at(-1)}`).toBe(expected)
  })

  it.each<[StripState, boolean]>([
    [STATES.C, false],
    [STATES.d, false],
    [STATES['-'], false],
    [STATES.x, true],
    [STATES.U, true],
    [STATES['?'], true],
  ])('%o is a gap: %s', (state, expected) => {
    expect(isGap(state)).toBe(expected)
  })

  it.each<GapState>([STATES.x, STATES.U, STATES['?']])('tells why and nothing else: %o', (why) => {
    const onADay = { ...why, day: day('2026-04-01') }
    expect(gapStateOf(onADay)).toEqual(why)
  })
})
