import { describe, expect, it } from 'vitest'
import { solveHidden } from '../../../testing/continuity/solve-hidden.ts'
import type { IndexedSum } from '../count-model.ts'
import { type CurveTotal, compareGroups, curveOfTotals, curveTotal } from './curve-of-totals.ts'
import { kaplanMeier, medianOf } from './kaplan-meier.ts'
import { type CurveGroup, type ShownCurves, showCurves } from './show-curves.ts'

const had = (hours: number, count: number): CurveTotal => ({ end: 'event', hours, count })
const left = (end: 'died' | 'back-inside', hours: number, count: number): CurveTotal => ({ end, hours, count })
const watched = (hours: number, count: number): CurveTotal => ({ end: null, hours, count })
const group = (value: string, ...totals: CurveTotal[]): CurveGroup => ({ value, totals })
const pointsOf = ({ shown }: ShownCurves, place = 0) => shown[place]?.points.map(({ hours, share }) => [hours, share])

it('totals of bins give the curve that each one by itself gives', () => {
  const totals = [had(6, 3), had(30, 2), left('died', 30, 1), watched(48, 4), had(96, 1)]
  const singly = totals.flatMap(({ end, hours, count }) =>
    Array.from({ length: count }, () => ({ time: hours * 60, end: end === 'event' ? end : null })),
  )
  const { steps, median, competing } = curveOfTotals(totals)
  expect(steps).toEqual(kaplanMeier(singly))
  expect(median).toEqual(medianOf(kaplanMeier(singly)))
  expect(competing.map(({ share }) => Object.values(share).map((each) => Math.round(each * 1e6) / 1e6))).toEqual([
    [0.272727, 0, 0],
    [0.454545, 0.090909, 0],
    [0.454545, 0.090909, 0],
    [0.909091, 0.090909, 0],
  ])
})

it('nobody gives no curve', () => {
  expect(curveOfTotals([had(6, 0)]).steps).toEqual([])
  expect(showCurves([group('all')])).toEqual({ shown: [], hidden: [], logRank: null, moments: [] })
})

it.each([
  ['curve-first-dose', 'event', 'h7', { curve: 'first-dose', end: 'event', hours: 7, count: 3 }],
  ['curve-first-dose', 'watched', 'h672', { curve: 'first-dose', end: null, hours: 672, count: 3 }],
  ['dose-within-48-hours', 'met', 'depot', null],
])('reads the mark %s %s %s', (measure, outcome, detail, expected) => {
  expect(curveTotal({ measure, outcome, detail }, 3)).toEqual(expected)
})

describe('FIG-8: what is shown of a curve', () => {
  it('shares by moments, people in fives, the median between two moments', () => {
    const shown = showCurves([group('all', had(5, 20), had(20, 13), watched(672, 20))])
    expect(shown.shown[0]).toMatchObject({ people: 55, median: { after: 12, by: 24 } })
    expect(pointsOf(shown)?.slice(0, 6)).toEqual([
      [0, 0],
      [6, 0.36],
      [12, 0.36],
      [24, 0.64],
      [36, 0.64],
      [48, 0.64],
    ])
    expect(shown.shown[0]?.points.map(({ atRisk }) => atRisk).slice(0, 5)).toEqual([55, 35, 35, 20, 20])
    expect(shown.shown[0]?.points[1]?.interval).toEqual({ lower: 0.25, upper: 0.51 })
  })

  it('no moment that would tell of one to four events, or of one to four who still wait', () => {
    expect(pointsOf(showCurves([group('all', had(5, 3), had(11, 4), watched(672, 20))]))?.slice(0, 2)).toEqual([
      [0, 0],
      [12, 0.2],
    ])
    expect(pointsOf(showCurves([group('all', had(5, 20), had(11, 8), watched(672, 2))]))).toEqual([
      [0, 0],
      [6, 0.67],
    ])
  })

  it('no curve of fewer than ten', () => {
    expect(showCurves([group('all', had(5, 9))])).toEqual({ shown: [], hidden: ['all'], logRank: null, moments: [] })
  })

  it('no curve beyond the time for which ten are known', () => {
    const shown = showCurves([group('all', had(5, 6), watched(12, 20), watched(48, 3))])
    expect(pointsOf(shown)?.map(([hours]) => hours)).toEqual([0, 6, 12])
  })

  it('nothing finer than people in fives: two places whose counts are alike in fives have one curve', () => {
    const small = showCurves([group('all', had(5, 19), had(20, 11), watched(672, 11))])
    const large = showCurves([group('all', had(5, 21), had(20, 11), watched(672, 10))])
    expect(small.shown).toEqual(large.shown)
    expect(small.shown[0]?.people).toBe(40)
  })

  it('no group that the figures hide, and none that would be left alone then', () => {
    const all = ['a', 'b', 'c'].map((value) => group(value, had(5, 20), watched(672, 20)))
    const told = showCurves(all, { isTold: (value) => value !== 'a' })
    expect([told.shown.map(({ value }) => value), told.hidden]).toEqual([['b'], ['a', 'c']])
  })

  it('a group at no moment at which everybody is not told', () => {
    const all = group('all', had(5, 40), had(11, 3), had(20, 40), watched(672, 40))
    const groups = [
      group('a', had(5, 10), had(20, 20), watched(672, 20)),
      group('b', had(5, 30), had(11, 3), had(20, 20), watched(672, 20)),
    ]
    const overall = showCurves([all])
    expect(overall.moments.slice(0, 4)).toEqual([0, 6, 24, 36])
    expect(
      showCurves(groups, { within: overall.moments }).moments.every((each) => overall.moments.includes(each)),
    ).toBe(true)
  })

  it('deaths and returns together, and only where there are none or five', () => {
    const few = showCurves([group('all', had(5, 20), left('died', 20, 2), watched(672, 20))])
    expect(few.shown[0]?.points.every(({ competing }) => competing === null)).toBe(true)
    const enough = showCurves([
      group('all', had(5, 20), left('died', 20, 2), left('back-inside', 19, 3), watched(672, 20)),
    ])
    expect(enough.shown[0]?.points[3]?.competing).toEqual({ event: 0.44, left: 0.11 })
  })

  it('beside a small group one more is left out, so that neither is what is left over', () => {
    const all = [group('a', had(5, 30)), group('b', had(5, 12)), group('c', had(5, 4))]
    expect(showCurves(all)).toMatchObject({ shown: [{ value: 'a' }], hidden: ['b', 'c'], logRank: null })
    expect(showCurves(all.slice(1))).toMatchObject({ shown: [], hidden: ['b', 'c'] })
  })

  it('nothing small of those whom the reader cannot open, and everything where he can open them all', () => {
    const totals = [had(5, 20), had(11, 8), watched(672, 20)]
    const hoursOf = (known: CurveTotal[]) =>
      pointsOf(showCurves([{ value: 'all', totals, known }]))?.map(([hours]) => hours)
    expect(hoursOf([])?.slice(0, 3)).toEqual([0, 6, 12])
    expect(hoursOf([had(5, 17)])?.slice(0, 3)).toEqual([0, 12, 24])
    expect(hoursOf([had(5, 20), had(11, 8), watched(672, 16)])).toBeUndefined()
    expect(hoursOf([had(5, 20), had(11, 3), watched(672, 10)])?.slice(0, 3)).toEqual([0, 6, 12])
    const few = [had(5, 10), had(11, 3)]
    expect(pointsOf(showCurves([{ value: 'all', totals: few, known: few }]))?.slice(0, 3)).toEqual([
      [0, 0],
      [6, 0.67],
      [12, 1],
    ])
  })

  it('how far groups are apart is a number', () => {
    const groups = [group('friday', had(20, 20), watched(672, 20)), group('other', had(5, 30), watched(672, 10))]
    const { logRank } = showCurves(groups)
    const exact = compareGroups(groups.map(({ totals }) => totals))
    if (exact.kind !== 'compared') throw new Error('there is something to compare')
    expect(logRank).toEqual({
      kind: 'compared',
      degrees: 1,
      chiSquare: Number(exact.chiSquare.toFixed(1)),
      p: Number(exact.p.toFixed(3)),
    })
  })
})

describe('the reader who subtracts', () => {
  it('recovers no small step of any group from all curves of a page', () => {
    let told = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed)
      const groups = Array.from({ length: 2 + (seed % 3) }, (_, place) =>
        group(
          `g${place}`,
          ...[3, 10, 20, 30, 44, 60, 96, 300].flatMap((hours) => [
            had(hours, Math.floor(roll() * 9)),
            watched(hours > 72 ? hours : 672, Math.floor(roll() * 4)),
          ]),
        ),
      )
      const overall = showCurves([group('all', ...groups.flatMap(({ totals }) => totals))])
      const byGroup = showCurves(groups, { within: overall.moments })
      told += byGroup.shown.length
      expect(recovered(groups, byGroup, overall), `seed ${seed}`).toEqual([])
    }
    expect(told).toBeGreaterThan(40)
  })
})

/** The steps from 1 to 4 that the curves determine, taken as if their shares were not rounded. */
function recovered(groups: readonly CurveGroup[], byGroup: ShownCurves, overall: ShownCurves): string[] {
  const momentsOf = ({ shown }: ShownCurves) => shown[0]?.points.map(({ hours }) => hours) ?? []
  const moments = [...new Set([...momentsOf(byGroup), ...momentsOf(overall)])].toSorted((one, other) => one - other)
  const eventsTo = ({ totals }: CurveGroup, from: number, to: number) =>
    totals
      .filter(({ end, hours }) => end === 'event' && hours > from && hours <= to)
      .reduce((all, { count }) => all + count, 0)
  const values: number[] = []
  const names: string[] = []
  const add = (name: string, value: number) => names.push(name) && values.push(value) - 1
  const cells = groups.map((each) =>
    moments.map((to, place) => add(`${each.value} to ${to}`, eventsTo(each, moments[place - 1] ?? -1, to))),
  )
  const hiddenBefore = values.length
  const sums: IndexedSum[] = []
  const tell = (which: readonly number[], upTo: readonly number[]) => {
    for (const to of upTo) {
      const parts = which.flatMap((each) => (cells[each] ?? []).filter((_, place) => (moments[place] ?? 0) <= to))
      sums.push({
        total: add(
          'told',
          parts.reduce((all, part) => all + (values[part] ?? 0), 0),
        ),
        parts,
      })
    }
  }
  for (const [place, { value }] of groups.entries())
    if (byGroup.shown.some((each) => each.value === value)) tell([place], momentsOf(byGroup))
  tell([...groups.keys()], momentsOf(overall))
  const isHidden = values.map((_, place) => place < hiddenBefore)
  return [...solveHidden(values, sums, isHidden)].flatMap((place) => {
    const value = values[place] ?? 0
    return place < hiddenBefore && value > 0 && value < 5 ? [`${names[place]}: ${value}`] : []
  })
}

function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
