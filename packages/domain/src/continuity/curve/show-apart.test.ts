import { describe, expect, it } from 'vitest'
import type { CurveTotal } from './curve-of-totals.ts'
import { type CurvesApart, showApart } from './show-apart.ts'

/** So many people, of whom all had the event after six hours. */
const group = (value: string, people: number) => ({
  value,
  totals: [{ end: 'event', hours: 6, count: people } as CurveTotal],
})
const apart = (sizes: Record<string, number>, counted: Record<string, number>): CurvesApart => ({
  groups: Object.entries(sizes).map(([value, people]) => group(value, people)),
  isTold: () => true,
  between: (value) => ({ least: counted[value] ?? 0, most: Number.POSITIVE_INFINITY }),
})
const told = (people: number, breakdowns: Record<string, CurvesApart>) =>
  [...showApart(people, [0, 6, 12], new Map(Object.entries(breakdowns)))].map(([name, { shown }]) => [
    name,
    shown.map(({ value }) => value).toSorted(),
  ])

describe('FIG-7: curves of several breakdowns beside the figures', () => {
  it('groups that lie anywhere in their fives are told', () => {
    const sex = apart({ f: 40, m: 60 }, { f: 38, m: 57 })
    expect(told(100, { sex })).toEqual([['sex', ['f', 'm']]])
  })

  it('groups that all lie at one end of theirs tell how many each has: with a count of the figures, who left in time', () => {
    // 43 and 63 are told as 45 and 65, all 106 as 105: 43 to 47 and 63 to 67 within 103 to 107 leave little, and 108 as 110 nothing.
    const sex = apart({ f: 43, m: 63 }, { f: 41, m: 60 })
    expect(told(106, { sex })).toEqual([['sex', ['f', 'm']]])
    const three = apart({ a: 43, b: 63, c: 48 }, { a: 41, b: 60, c: 46 })
    // 45, 65 and 50 are at least 43, 63 and 48; all 152 are told as 150, which is at most 152.
    expect(told(152, { three })).toEqual([['three', []]])
  })

  it('nobody is pinned where the figures tell nothing small of them, or a group is told by nothing', () => {
    expect(told(152, { three: apart({ a: 43, b: 63, c: 48 }, {}) })).toEqual([['three', ['a', 'b', 'c']]])
    expect(told(152, { three: apart({ a: 43, b: 63, c: 48 }, { a: 43, b: 63, c: 48 }) })).toEqual([
      ['three', ['a', 'b', 'c']],
    ])
  })

  it('two breakdowns pin each other: one leaves no fewer than all, the other no more', () => {
    // By prison at least 218 + 108, all of them at most 327, and by status at most 207 + 67 + 52 = 326.
    const prison = apart({ p1: 218, p2: 108 }, { p1: 203, p2: 104 })
    const status = apart({ sentenced: 207, remand: 67, recalled: 52 }, { sentenced: 194, remand: 63, recalled: 50 })
    expect(told(326, { status })).toEqual([['status', ['recalled', 'remand', 'sentenced']]])
    expect(told(326, { prison, status })).toEqual([
      ['prison', []],
      ['status', []],
    ])
  })
})
