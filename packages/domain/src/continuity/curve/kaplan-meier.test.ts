import { describe, expect, it } from 'vitest'
import { intervalOf, kaplanMeier, medianOf } from './kaplan-meier.ts'
import { came, outOfSight, REMISSION_WEEKS } from './remission-times.ts'

const { treated, placebo } = REMISSION_WEEKS

describe('the share that has not had the event yet', () => {
  const steps = kaplanMeier(treated)

  // As published for this example, with log-log intervals: week, at risk, events, out of sight, share, lower, upper.
  it.each([
    [6, 21, 3, 1, 0.8571, 0.6197, 0.9516],
    [7, 17, 1, 0, 0.8067, 0.5631, 0.9228],
    [9, 16, 0, 1, 0.8067, 0.5631, 0.9228],
    [10, 15, 1, 1, 0.7529, 0.5032, 0.8894],
    [13, 12, 1, 0, 0.6902, 0.4316, 0.8491],
    [16, 11, 1, 0, 0.6275, 0.3675, 0.8049],
    [22, 7, 1, 0, 0.5378, 0.2678, 0.7468],
    [23, 6, 1, 0, 0.4482, 0.1881, 0.6801],
    [32, 4, 0, 2, 0.4482, 0.1881, 0.6801],
  ])('week %d', (time, atRisk, events, censored, share, lower, upper) => {
    const step = steps.find((each) => each.time === time)
    expect(step).toMatchObject({ atRisk, events, censored })
    expect(step?.share).toBeCloseTo(share, 4)
    expect(step?.interval?.lower).toBeCloseTo(lower, 3)
    expect(step?.interval?.upper).toBeCloseTo(upper, 3)
  })

  it('has one step for each instant, and none for nobody', () => {
    expect(steps.map(({ time }) => time)).toEqual([6, 7, 9, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 34, 35])
    expect(kaplanMeier([])).toEqual([])
  })

  it('ends at nothing where everybody had the event, without an interval there', () => {
    expect(kaplanMeier(placebo).at(-1)).toEqual({
      time: 23,
      atRisk: 1,
      events: 1,
      censored: 0,
      share: 0,
      interval: null,
    })
    expect(kaplanMeier([outOfSight(4), came(9)])[0]?.interval).toBeNull()
  })

  it.each([0, 1, -0.1, 1.1])('says nothing about the spread of a share of %d', (share) => {
    expect(intervalOf(share, 0.01)).toBeNull()
  })
})

describe('when half have had the event', () => {
  it.each([
    // As published: 23 weeks under treatment, from week 13 on with no end in sight; 8 under placebo, from 4 to 11.
    ['treated', treated, { median: 23, lower: 13, upper: null }],
    ['placebo', placebo, { median: 8, lower: 4, upper: 11 }],
    ['nobody', [], { median: null, lower: null, upper: null }],
    ['fewer than half', [came(3), outOfSight(4), outOfSight(5), outOfSight(6)], { median: null }],
    ['on a half for a while: the middle of it', [came(3), came(4), came(9), came(10)], { median: 6.5 }],
    ['on a half to the end', [came(3), outOfSight(9)], { median: 3 }],
  ])('%s', (_name, observed, median) => {
    expect(medianOf(kaplanMeier(observed))).toMatchObject(median)
  })
})
