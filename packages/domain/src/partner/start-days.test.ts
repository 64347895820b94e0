import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { lastRunAt, nextRunAt } from './ordinary-run.ts'
import { startDays } from './start-days.ts'

describe('the two first days of treatment, side by side (rule PAR-3)', () => {
  it.each([
    ['2026-04-02', '2026-04-09', 7, false],
    ['2026-04-02', '2026-04-10', 8, true],
    ['2026-04-10', '2026-04-02', 8, true],
    ['2026-04-02', '2026-04-02', 0, false],
    // Over the last Sunday of March, when a day has 23 hours.
    ['2026-03-26', '2026-04-02', 7, false],
  ])('%s and %s: %i days apart, staggered: %s', (mine, other, apart, isStaggered) => {
    expect(startDays(day(mine), day(other))).toMatchObject({ apart, isStaggered, wantedBy: null })
  })

  it.each([
    ['2026-04-02', null],
    [null, '2026-04-02'],
  ])('of %s and %s only one is known: the other is wanted within seven days', (mine, other) => {
    const known = startDays(mine === null ? null : day(mine), other === null ? null : day(other))
    expect(known).toMatchObject({ apart: null, isStaggered: false, wantedBy: '2026-04-09' })
  })

  it('of none is known nothing is said', () => {
    expect(startDays(null, null)).toEqual({ mine: null, other: null, apart: null, isStaggered: false, wantedBy: null })
  })
})

describe('the ordinary run (rule PAR-2)', () => {
  it.each([
    ['2026-03-26T03:59:59.999Z', '2026-03-25T04:00:00.000Z'],
    ['2026-03-26T04:00:00.000Z', '2026-03-26T04:00:00.000Z'],
    ['2026-03-26T23:00:00.000Z', '2026-03-26T04:00:00.000Z'],
    // The night in which the clocks change.
    ['2026-03-29T02:30:00.000Z', '2026-03-28T04:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', '2025-12-31T04:00:00.000Z'],
  ])('at %s the last one was at %s, and the next is a day later', (now, last) => {
    expect(lastRunAt(new Date(now)).toISOString()).toBe(last)
    expect(nextRunAt(new Date(now)).getTime() - new Date(last).getTime()).toBe(86_400_000)
  })
})
