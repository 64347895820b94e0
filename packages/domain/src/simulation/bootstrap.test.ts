import { describe, expect, it } from 'vitest'
import type { Month } from '../continuity/report-window.ts'
import { bootstrapRuns, percentileInterval } from './bootstrap.ts'
import { widenPeriod } from './period-blocks.ts'
import { seededDraws, seedOfRun } from './seeded-draws.ts'

describe('SIM-3: draws that come out the same again', () => {
  it('lie from 0 up to 1, and in its middle on the whole', () => {
    const draw = seededDraws(7)
    const drawn = Array.from({ length: 5000 }, draw)
    expect(drawn.every((each) => each >= 0 && each < 1)).toBe(true)
    expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1)
    expect(drawn.filter((each) => each < 0.1).length / drawn.length).toBeCloseTo(0.1, 1)
    expect(new Set(drawn).size).toBeGreaterThan(4900)
  })

  it('are the same of the same seed and others of another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, seededDraws(seed))
    expect(first(7)).toEqual(first(7))
    expect(first(7)).not.toEqual(first(8))
  })

  it('have a seed of their own in each run', () => {
    const seeds = Array.from({ length: 1000 }, (_, run) => seedOfRun(42, run))
    expect(new Set(seeds).size).toBe(1000)
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true)
    expect(seedOfRun(42, 0)).not.toBe(seedOfRun(43, 0))
  })
})

describe('SIM-3: releases drawn anew', () => {
  const differences = [
    [-1, 0],
    [0, 1],
    [-3, 0],
    [0, 0],
  ]

  it('are as many as there are in each run, whole ones', () => {
    for (const [days = 0, within = 0] of bootstrapRuns(differences, 1, 0, 200)) {
      expect(days).toBeLessThanOrEqual(0)
      expect(days).toBeGreaterThanOrEqual(-12)
      expect(within).toBeGreaterThanOrEqual(0)
      expect(within).toBeLessThanOrEqual(4)
      // Whoever gains the 48 hours loses no day in this table: more than four draws there are not.
      expect(within + Math.ceil(-days / 3)).toBeLessThanOrEqual(4)
    }
  })

  it('sum up in the middle to what was found', () => {
    const sums = bootstrapRuns(differences, 1, 0, 2000)
    const mean = (column: number) => sums.reduce((sum, run) => sum + (run[column] ?? 0), 0) / sums.length
    expect(mean(0)).toBeCloseTo(-4, 0)
    expect(mean(1)).toBeCloseTo(1, 0)
  })

  it('in portions are the same', () => {
    const whole = bootstrapRuns(differences, 9, 0, 10)
    expect([...bootstrapRuns(differences, 9, 0, 4), ...bootstrapRuns(differences, 9, 4, 10)]).toEqual(whole)
    expect(whole).toHaveLength(10)
  })

  it('of one release are that release', () => {
    expect(bootstrapRuns([[-2, 1]], 1, 0, 3)).toEqual([
      [-2, 1],
      [-2, 1],
      [-2, 1],
    ])
  })
})

describe('the interval of a sum', () => {
  const runs = (values: number[]) => values.map((value) => [0, value])

  it.each<[string, number[], number, number]>([
    ['of one draw is that draw', [5], 5, 5],
    ['of two lies between them', [0, 10], 0.25, 9.75],
    ['of 0 to 40, in any order', Array.from({ length: 41 }, (_, at) => 40 - at), 1, 39],
    ['of 0 to 100', Array.from({ length: 101 }, (_, at) => at), 2.5, 97.5],
    ['below nought', [-10, -20, -30], -29.5, -10.5],
  ])('%s', (_what, values, lower, upper) => {
    const found = percentileInterval(runs(values), 1)
    expect(found.lower).toBeCloseTo(lower, 9)
    expect(found.upper).toBeCloseTo(upper, 9)
  })

  it('needs a draw', () => {
    expect(() => percentileInterval([], 0)).toThrow('an interval needs draws')
  })
})

describe('SIM-4: a period is widened to months that hold ten releases', () => {
  const months = (...releases: number[]) =>
    releases.map((each, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}` as Month, releases: each }))
  const widened = (of: number[], from: number, to: number) => {
    const month = (each: number) => `2026-${String(each).padStart(2, '0')}` as Month
    const found = widenPeriod(months(...of), { from: month(from), to: month(to) })
    return found === null ? null : `${Number(found.from.slice(5))}-${Number(found.to.slice(5))}`
  }

  it.each<[string, number[], number, number, string | null]>([
    ['each month holds enough', [10, 12, 11], 2, 2, '2-2'],
    ['two months together', [10, 12, 11], 1, 2, '1-2'],
    ['a month of nine goes with the next', [9, 12, 11], 1, 1, '1-2'],
    ['and the next with it', [9, 12, 11], 2, 2, '1-2'],
    ['nine and one are ten', [9, 1, 10], 2, 2, '1-2'],
    ['what is left at the end goes with the block before', [10, 10, 4], 3, 3, '2-3'],
    ['and that block with it', [10, 10, 4], 2, 2, '2-3'],
    ['nothing is left at the end', [10, 10], 2, 2, '2-2'],
    ['all together hold fewer than ten', [3, 3, 3], 1, 3, null],
    ['no month', [], 1, 1, null],
    ['none of them was asked for', [10, 10], 5, 6, null],
  ])('%s', (_what, of, from, to, expected) => expect(widened(of, from, to)).toBe(expected))
})
