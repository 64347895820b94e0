import { describe, expect, it } from 'vitest'
import { type Individual, individualsChart, proportionsChart } from './process-chart.ts'
import { readChart } from './read-chart.ts'

/** By hand: the sum is 149, the twelve ranges 2 1 2 1 2 1 1 1 2 1 2 2 sum to 18. */
const THIRTEEN = [10, 12, 11, 13, 12, 10, 11, 12, 13, 11, 12, 10, 12]

describe('values one by one', () => {
  it('has its mean in the middle and 2.66 mean ranges to either side', () => {
    const { points, segments } = individualsChart(THIRTEEN)
    for (const point of points) {
      expect(point?.centre).toBeCloseTo(149 / 13, 12)
      expect(point?.upper).toBeCloseTo(149 / 13 + 2.66 * 1.5, 12)
      expect(point?.lower).toBeCloseTo(149 / 13 - 2.66 * 1.5, 12)
      expect(point?.sign).toBeNull()
    }
    expect(segments).toEqual([{ from: 0, points: 13, isTrial: false }])
  })

  it('has trial limits with twelve points', () => {
    expect(individualsChart(THIRTEEN.slice(1)).segments).toEqual([{ from: 0, points: 12, isTrial: true }])
  })

  it('screens a range that is wild, and the value that made it lies outside', () => {
    // Ranges: ten of 1, then 29 up. Their mean is 39/11 = 3.545; 3.267 of it is 11.58, so that the 29 is left out.
    const { points } = individualsChart([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 39])
    expect(points[0]?.centre).toBeCloseTo(154 / 12, 12)
    expect(points[0]?.upper).toBeCloseTo(154 / 12 + 2.66, 12)
    expect(points[11]?.sign).toEqual({ cause: 'outside', towards: 'high' })
  })

  it('takes a gap for neither a value nor a bridge', () => {
    const values: Individual[] = [1, 1, 1, null, 1, 1, 1, 1, 5, 5]
    const { points } = individualsChart(values)
    expect(points[3]).toBeNull()
    expect(points[0]?.centre).toBeCloseTo(17 / 9, 12)
    // Seven ranges are left: five of 0 beside the gap, one of 4, one of 0; the 4 is wild and is screened.
    expect(points[0]?.upper).toBeCloseTo(17 / 9, 12)
    // Three and four on one side, parted by the gap, are no run of seven.
    expect(points.filter((point) => point?.sign?.cause === 'shift')).toEqual([])
  })

  it('begins anew where it was rebased', () => {
    const { points, segments } = individualsChart([1, 3, 1, 3, 11, 13, 11, 13], [4])
    expect(segments).toEqual([
      { from: 0, points: 4, isTrial: true },
      { from: 4, points: 4, isTrial: true },
    ])
    expect(points.map((point) => point?.centre)).toEqual([2, 2, 2, 2, 12, 12, 12, 12])
  })

  it.each([
    ['nothing', []],
    ['gaps alone', [null, null]],
  ])('has no limits for %s', (_, values) => {
    expect(individualsChart(values).points).toEqual(values.map(() => null))
  })

  it('has one value between limits that lie on it', () => {
    expect(individualsChart([7]).points).toEqual([{ value: 7, centre: 7, lower: 7, upper: 7, sign: null }])
  })
})

describe('shares', () => {
  it('has wider limits for a month with fewer people', () => {
    // 30 of 100: the standard error is 0.4583 divided by the root of the month's people.
    const { points } = proportionsChart([
      { met: 18, counted: 64 },
      { met: 12, counted: 36 },
    ])
    expect(points.map((point) => point?.centre)).toEqual([0.3, 0.3])
    expect(points[0]?.upper).toBeCloseTo(0.3 + (3 * Math.sqrt(0.21)) / 8, 12)
    expect(points[1]?.upper).toBeCloseTo(0.3 + (3 * Math.sqrt(0.21)) / 6, 12)
    expect(points[1]?.lower).toBeCloseTo(0.3 - (3 * Math.sqrt(0.21)) / 6, 12)
  })

  it('keeps its limits between nobody and everybody', () => {
    const { points } = proportionsChart([
      { met: 1, counted: 4 },
      { met: 4, counted: 4 },
    ])
    expect(points[0]).toMatchObject({ lower: 0, upper: 1 })
  })

  it('tells signs by limits that may lie beyond everybody: all of twelve is not near a limit of 115 %', () => {
    const months = Array.from({ length: 6 }, () => ({ met: 12, counted: 12 }))
    const { points } = proportionsChart([...months, { met: 8, counted: 20 }])
    expect(points.map((point) => point?.sign?.cause ?? null)).toEqual([null, null, null, null, null, null, 'outside'])
    expect(points[0]?.upper).toBe(1)
  })

  it('takes a month of nobody for a gap', () => {
    const { points } = proportionsChart([{ met: 0, counted: 0 }, null, { met: 1, counted: 2 }])
    expect(points.slice(0, 2)).toEqual([null, null])
  })
})

describe('what a reader takes from it', () => {
  const [rising, level] = [individualsChart([1, 2, 3, 4, 5, 6, 7]), individualsChart(THIRTEEN)]

  it.each([
    ['rising, and more is better', rising, 'higher', null, 'improvement', 'no-target'],
    ['rising, and less is better', rising, 'lower', null, 'concern', 'no-target'],
    ['rising, and neither is better', rising, 'neither', 5, 'change', 'no-target'],
    ['level, with a target above what chance reaches', level, 'higher', 16, 'common-cause', 'consistently-fails'],
    ['level, with a target below what chance reaches', level, 'higher', 7, 'common-cause', 'consistently-passes'],
    ['level, with a target above it where less is better', level, 'lower', 16, 'common-cause', 'consistently-passes'],
    ['level, with a target below it where less is better', level, 'lower', 7, 'common-cause', 'consistently-fails'],
    ['level, with a target that chance decides about', level, 'higher', 12, 'common-cause', 'inconsistent'],
    ['nothing shown', individualsChart([null]), 'higher', 12, 'unknown', 'no-target'],
  ] as const)('%s', (_, chart, better, target, variation, assurance) => {
    expect(readChart(chart, { better, target })).toEqual({ variation, assurance })
  })
})
