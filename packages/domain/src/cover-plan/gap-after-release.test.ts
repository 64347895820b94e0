import { describe, expect, it } from 'vitest'
import { day } from '../../testing/medication-histories.ts'
import { addDays } from '../calendar/plain-date.ts'
import type { StripDay } from '../medication/dose-strip.ts'
import { gapAfterRelease } from './gap-after-release.ts'

const RELEASE = day('2026-04-02')
const TODAY = day('2026-03-30')

/** Days around the release, told by their states: `.` covered, `x` no cover, `n` nothing prescribed. */
function strip(fromRelease: number, states: string): StripDay[] {
  const named: Record<string, string> = { '.': 'covered', x: 'closed', n: 'not-prescribed' }
  return [...states].map(
    (state, at) =>
      ({ day: addDays(RELEASE, fromRelease + at), fromRelease: fromRelease + at, state: named[state] }) as StripDay,
  )
}

describe('DOSE-30: the first gap from the day of release on', () => {
  it.each<[string, StripDay[], ReturnType<typeof gapAfterRelease>]>([
    ['none', strip(-2, '......'), null],
    ['from the day after', strip(-2, '...xx.'), { from: day('2026-04-03'), to: day('2026-04-04'), days: 2 }],
    ['on the day itself', strip(-2, '..x...'), { from: RELEASE, to: RELEASE, days: 1 }],
    ['inside, before it: the prison’s own matter', strip(-2, 'xx....'), null],
    ['inside and after it: the part after', strip(-2, 'xxxx..'), { from: RELEASE, to: day('2026-04-03'), days: 2 }],
    ['the first of two', strip(-1, '..x.xx'), { from: day('2026-04-03'), to: day('2026-04-03'), days: 1 }],
    ['nothing prescribed at all', strip(-2, 'nnnn'), 'not-prescribed'],
    ['prescribed up to the release alone', strip(-2, '..nnnn'), null],
  ])('%s', (_what, days, expected) => {
    expect(gapAfterRelease(days, TODAY)).toEqual(expected)
  })
})
