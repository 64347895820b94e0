import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aalenJohansen } from '../../src/continuity/curve/aalen-johansen.ts'
import { kaplanMeier, medianOf } from '../../src/continuity/curve/kaplan-meier.ts'
import { logRank } from '../../src/continuity/curve/log-rank.ts'
import { CURVE_ENDS, curveSets } from './curve-sets.ts'

const folder = import.meta.dirname
const reference = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8'))
const sets = curveSets()

/** Equal to nine places, and null where R has none. */
function expectClose(ours, theirs, what) {
  if (typeof theirs !== 'number') expect(ours, what).toBeNull()
  else expect(Math.abs((ours ?? Number.NaN) - theirs), what).toBeLessThan(1e-9)
}

const justEvents = (observed) => observed.map(({ time, end }) => ({ time, end: end === 'event' ? 'event' : null }))

it('is compared with what the script that is here made', () => {
  const script = createHash('sha256')
    .update(readFileSync(join(folder, 'reference.R')))
    .digest('hex')
  expect(reference.script).toBe(script)
  expect(reference.sets.map(({ name }) => name)).toEqual(sets.map(({ name }) => name))
  expect(sets).toHaveLength(50)
})

describe.each(sets.map((set, place) => ({ ...set, theirs: reference.sets[place] })))('$name', ({ groups, theirs }) => {
  const all = groups.flat()
  if (!theirs) throw new Error('R said nothing of this set')

  it('has the curve, its interval and its median as R has them', () => {
    const steps = kaplanMeier(justEvents(all))
    expect(steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual(
      theirs.steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored]),
    )
    for (const [place, { share, interval }] of steps.entries()) {
      const step = theirs.steps[place]
      expectClose(share, step?.share, `share at step ${place}`)
      expectClose(interval?.lower ?? null, step?.lower, `lower at step ${place}`)
      expectClose(interval?.upper ?? null, step?.upper, `upper at step ${place}`)
    }
    const median = medianOf(steps)
    for (const edge of ['median', 'lower', 'upper']) expectClose(median[edge], theirs.medians[edge], edge)
  })

  it('has the shares of each end as R has them', () => {
    const steps = aalenJohansen(all, CURVE_ENDS)
    expect(steps).toHaveLength(theirs.competing.length)
    for (const [place, { share, none }] of steps.entries()) {
      const step = theirs.competing[place]
      expectClose(none, step?.none, `none at step ${place}`)
      expectClose(share.event, step?.event, `event at step ${place}`)
      expectClose(share.died, step?.died, `died at step ${place}`)
      expectClose(share['back-inside'], step?.inside, `inside at step ${place}`)
    }
  })

  it('has the log-rank test as R has it', () => {
    const tested = logRank(groups.map(justEvents))
    if (!theirs.logRank) return expect(tested).toEqual({ kind: 'nothing-to-compare' })
    expect(tested.kind).toBe('compared')
    if (tested.kind !== 'compared') return
    expect(tested.degrees).toBe(theirs.logRank.degrees)
    expectClose(tested.chiSquare, theirs.logRank.chiSquare, 'chi-square')
    expectClose(tested.p, theirs.logRank.p, 'p')
  })
})
