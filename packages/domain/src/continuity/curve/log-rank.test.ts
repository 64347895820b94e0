import { describe, expect, it } from 'vitest'
import { logRank } from './log-rank.ts'
import { came, outOfSight, REMISSION_WEEKS } from './remission-times.ts'

const { treated, placebo } = REMISSION_WEEKS
/** Made up, so that a third and a fourth group go out of sight at other times and reach further than the others. */
const THIRD = [...[2, 3, 5, 9, 14].map(came), ...[3, 12].map(outOfSight)]
const FOURTH = [...[1, 6, 18, 24].map(came), outOfSight(4)]

describe('how far groups are from one common curve', () => {
  // Two groups: as published. Three and four: worked out in exact fractions by another program, leaving the last group out.
  it.each([
    ['treated and placebo, as published', [treated, placebo], 16.792940989216532, 1, 4.16880910933455e-5],
    ['in the other order', [placebo, treated], 16.792940989216532, 1, 4.16880910933455e-5],
    ['three groups', [treated, placebo, THIRD], 17.799751505565478, 2, 1.364058734793789e-4],
    ['three in another order', [THIRD, treated, placebo], 17.799751505565478, 2, 1.364058734793789e-4],
    ['four groups', [treated, placebo, THIRD, FOURTH], 18.85466766854684, 3, 2.929820979598311e-4],
    ['four in another order', [FOURTH, placebo, THIRD, treated], 18.85466766854684, 3, 2.929820979598311e-4],
    ['the same people twice', [treated, treated], 0, 1, 1],
  ])('%s', (_name, groups, chiSquare, degrees, p) => {
    const found = logRank(groups)
    if (found.kind !== 'compared') throw new Error('nothing was compared')
    expect(found.degrees).toBe(degrees)
    expect(found.chiSquare).toBeCloseTo(chiSquare, 9)
    expect(found.p).toBeCloseTo(p, 12)
  })

  it('counts releases of which the same is known as often as there are', () => {
    const counted = [
      { time: 6, end: 'event', count: 3 } as const,
      ...treated.filter(({ time, end }) => !(time === 6 && end === 'event')),
    ]
    expect(logRank([counted, placebo])).toEqual(logRank([treated, placebo]))
  })

  it.each([
    ['no group', []],
    ['one group', [placebo]],
    ['nobody in the other', [placebo, []]],
    [
      'nobody who was still watched when anything happened',
      [placebo.map(({ time }) => came(time + 1)), [outOfSight(1)]],
    ],
    ['no event at all', [[outOfSight(3)], [outOfSight(4)]]],
    ['all at once: nothing can differ', [[came(5)], [came(5)]]],
  ])('%s: nothing to compare', (_name, groups) => {
    expect(logRank(groups)).toEqual({ kind: 'nothing-to-compare' })
  })

  it('leaves a group out in which nothing could be expected, and compares the others', () => {
    expect(logRank([[outOfSight(0.5)], treated, placebo])).toEqual(logRank([treated, placebo]))
    expect(logRank([treated, [], placebo])).toEqual(logRank([treated, placebo]))
  })
})
