import { describe, expect, it } from 'vitest'
import {
  type LengthCount,
  lengthsOf,
  medianRanks,
  type ToldLengths,
  tellLeavingLengths,
  tellLengths,
  tellMonthLengths,
} from './tell-lengths.ts'

const known = (detail: number, count: number): LengthCount => ({ outcome: 'known', detail: String(detail), count })
const open = (count: number): LengthCount => ({ outcome: 'open', detail: 'more', count })
const STEPS = [1, 2, 4, 8, 12]

describe('lengths of time', () => {
  it.each([
    ['odd', [1, 1, 5], 0, { median: 1, p90: 5, known: 3, open: 0 }],
    ['what is open is longer than anything', [1, 2], 3, { median: null, p90: null, known: 2, open: 3 }],
    ['half of them', [0.25, 3], 2, { median: 3, p90: null, known: 2, open: 2 }],
    ['nothing', [], 0, { median: null, p90: null, known: 0, open: 0 }],
  ])('%s', (_why, lengths, stillOpen, expected) => {
    const counts = [
      ...lengths.map((length) => known(length, 1)),
      open(stillOpen),
      { outcome: 'left-out', detail: 'revoked', count: 7 },
    ]
    expect(lengthsOf(counts)).toEqual(expected)
  })

  it.each([
    // Campbell and Gardner 1988, their table for the median.
    [10, { lower: 2, upper: 9 }],
    [16, { lower: 4, upper: 13 }],
    [100, { lower: 40, upper: 61 }],
  ])('the median of %d lies between two ranks', (people, ranks) => {
    expect(medianRanks(people)).toEqual(ranks)
  })
})

type Told = Extract<ToldLengths, { state: 'shown' }>
const shown = (median: Told['median'], p90: Told['p90'], about: number, more: Partial<Told> = {}) =>
  expect.objectContaining({ state: 'shown', median, p90, about, ...more })

describe('FIG-7: lengths as they are told', () => {
  it.each<[string, [LengthCount[], LengthCount[]], unknown]>([
    ['nobody', [[], []], { state: 'no-cases' }],
    ['nine', [[known(1, 9)], []], { state: 'few' }],
    ['nine whom the reader cannot open', [[known(1, 20)], [known(1, 11)]], { state: 'few' }],
    [
      'a hundred',
      [[known(1, 60), known(4, 32), open(8)], []],
      { state: 'shown', median: 1, interval: { after: 0, by: 4 }, p90: 4, about: 100, open: 10 },
    ],
    ['nine of ten of twelve, told with three more', [[known(1, 7), known(4, 3), known(9, 2)], []], shown(1, 12, 10)],
    [
      'eleven, four of them longer than an hour, told as one',
      [[known(1, 7), known(4, 3), known(9, 1)], []],
      shown(12, 12, 10, { open: 0 }),
    ],
    ['three who still wait', [[known(1, 10), open(3)], []], shown('few', 'open', 15, { open: 'few' })],
    ['three who do not', [[known(1, 3), open(10)], []], shown('open', 'open', 15, { open: 'few' })],
    [
      'a step of three is told with the next',
      [[known(1, 3), known(2, 10), known(6, 7), open(5)], []],
      shown(2, 'open', 25, { interval: { after: 0, by: 8 }, open: 5 }),
    ],
    [
      'a step of which the reader can open all but three',
      [[known(1, 13), known(2, 10), open(7)], [known(1, 10)]],
      shown(2, 'open', 30),
    ],
    [
      'as many who still wait as the reader can open, less three',
      [[known(1, 20), open(13)], [open(10)]],
      shown('few', 'open', 35, { open: 'few' }),
    ],
  ])('of %s', (_, [all, own], expected) => {
    expect(tellLengths({ all, own }, STEPS)).toEqual(expected)
  })

  it('leave in steps of ten, and in none that the page does not tell', () => {
    // The page tells 1, 4, 8 and 12. Ten at once would be 2, 8 and 12: 4 came between 1 and 2, whom both together would tell.
    const all = [known(1, 7), known(2, 4), known(4, 8), known(8, 14), known(12, 20)]
    expect(tellLengths({ all, own: [] }, STEPS)).toMatchObject({ interval: { after: 1, by: 12 }, median: 8 })
    expect(tellLengths({ all, own: [] }, STEPS, 10)).toMatchObject({ interval: { after: 2, by: 12 } })
    expect(tellLeavingLengths({ all, own: [] }, STEPS, 10)).toMatchObject({ interval: { after: 0, by: 12 }, median: 8 })
    expect(tellLeavingLengths({ all: [known(1, 30), open(6)], own: [] }, STEPS, 10)).toMatchObject({ open: 'few' })
  })
})

describe('FIG-9: lengths of each month', () => {
  const month = (name: string, all: LengthCount[], own: LengthCount[] = []) => ({ month: name, all, own })

  it.each<[string, LengthCount[], unknown]>([
    ['nobody', [], { state: 'no-cases' }],
    ['nine', [known(1, 9)], { state: 'few' }],
    // Half of 40 lies 10 into the 20 who ended between 1 and 2 hours.
    ['half within its step', [known(1, 10), known(2, 20), known(4, 10)], { estimate: 1.5, about: 40, open: 0 }],
    ['half in the first step', [known(1, 20), known(4, 20)], { estimate: 1, about: 40 }],
    ['half who still wait', [known(1, 10), open(30)], { estimate: null, about: 40, open: 30 }],
    // Three more or less change nothing: people are counted in fives before anything is worked out.
    ['people in fives', [known(1, 12), known(2, 18), known(4, 12)], { estimate: 1.5, about: 40 }],
  ])('%s', (_, all, expected) => {
    const [told] = tellMonthLengths(
      [
        month('2026-04', all),
        month(
          '2026-05',
          STEPS.map((step) => known(step, 40)),
        ),
      ],
      STEPS,
    )
    expect(told).toMatchObject({ month: '2026-04', ...(expected as object) })
  })

  it('are told in no step that the whole period is not told in', () => {
    // Over both months three came after 8 hours, so that 8 is not told of the whole, nor of the month that has nobody there.
    const months = [month('2026-04', [known(4, 10), known(8, 10)]), month('2026-05', [known(4, 10), known(12, 3)])]
    const [april] = tellMonthLengths(months, STEPS)
    expect(april).toMatchObject({ estimate: 4, about: 20 })
    expect(tellMonthLengths([month('2026-05', [known(4, 14)], [known(4, 11)])], STEPS)).toEqual([
      { month: '2026-05', state: 'few' },
    ])
  })
})
