import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexedSum } from '../../src/continuity/count-model.ts'
import { solveHidden } from './solve-hidden.ts'

/** Counts in a list, which of them are hidden, and sums by place: `[0, [1, 2]]` is count 0 = count 1 + count 2. */
function solve(values: number[], hidden: number[], sums: [number, number[]][]): number[] {
  const indexed = sums.map(([total, parts]): IndexedSum => ({ total, parts }))
  const isHidden = values.map((_, place) => hidden.includes(place))
  return [...solveHidden(values, indexed, isHidden)].toSorted((left, right) => left - right)
}

describe('what a reader can work out (rule FIG-7)', () => {
  it.each<[string, number[], number[], [number, number[]][], number[]]>([
    ['nothing hidden', [30, 10, 20], [], [[0, [1, 2]]], []],
    ['one part: the rest of the total', [30, 10, 20], [1], [[0, [1, 2]]], [1]],
    ['the total: the sum of its parts', [30, 10, 20], [0], [[0, [1, 2]]], [0]],
    ['two parts share the rest', [30, 10, 20], [1, 2], [[0, [1, 2]]], []],
    ['a part and the total go free', [30, 10, 20], [0, 1], [[0, [1, 2]]], []],
    ['1 and 1 are all that 2 can be', [2, 1, 1], [1, 2], [[0, [1, 2]]], [1, 2]],
    ['3 can be 1 and 2 or 2 and 1', [3, 1, 2], [1, 2], [[0, [1, 2]]], []],
    ['zeros under a total of zero', [0, 0, 0], [1, 2], [[0, [1, 2]]], [1, 2]],
    ['a part that is the whole of a total', [7, 7], [0, 1], [[0, [1]]], []],
    ['its total is shown', [7, 7], [1], [[0, [1]]], [1]],
    ['not in any sum', [7, 9], [1], [], []],
    // 30 = a + b, 25 = a + c, 15 = b + c: nothing alone tells, all three together do.
    [
      'three totals of two each',
      [30, 25, 15, 20, 10, 5],
      [3, 4, 5],
      [
        [0, [3, 4]],
        [1, [3, 5]],
        [2, [4, 5]],
      ],
      [3, 4, 5],
    ],
    // T = x + y and 20 = T + x + y: T is half of what is shown.
    [
      'a total counted with its parts',
      [20, 10, 4, 6],
      [1, 2, 3],
      [
        [1, [2, 3]],
        [0, [1, 2, 3]],
      ],
      [1],
    ],
    // a row and a column of four, hidden in a square: it can turn.
    [
      'a square across rows and columns',
      [9, 21, 10, 20, 4, 5, 6, 15],
      [4, 5, 6, 7],
      [
        [0, [4, 5]],
        [1, [6, 7]],
        [2, [4, 6]],
        [3, [5, 7]],
      ],
      [],
    ],
    // 2 = a + b leaves 1 and 1; only then 6 = b + c leaves 5.
    [
      'one finding leads to the next',
      [2, 6, 1, 1, 5],
      [2, 3, 4],
      [
        [0, [2, 3]],
        [1, [3, 4]],
      ],
      [2, 3, 4],
    ],
    // c is unbounded until 10 = c + d bounds it; then a = b + c is bounded too, and not by one number.
    [
      'bounds alone give nothing away',
      [10, 9, 4, 5, 5],
      [1, 2, 3, 4],
      [
        [1, [2, 3]],
        [0, [3, 4]],
      ],
      [],
    ],
  ])('%s', (_, values, hidden, sums, solved) => {
    expect(solve(values, hidden, sums)).toEqual(solved)
  })

  it('finds a rest of the largest total whatever stands beside', () => {
    expect(
      solve(
        [100, 40, 35, 25, 5, 1, 1],
        [1, 5, 6],
        [
          [0, [1, 2, 3]],
          [1, [4, 2]],
          [4, [5, 6]],
        ],
      ),
    ).toContain(1)
  })

  it('never claims what another table could be as well', () => {
    const count = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), (inner, hidden) => {
        const values = square(inner)
        const solved = solve(values, hidden, SQUARE_SUMS)
        const others = SQUARES.filter((world) =>
          values.every((value, place) =>
            hidden.includes(place) ? value === 0 || (world[place] ?? 0) > 0 : world[place] === value,
          ),
        )
        for (const place of solved) expect(new Set(others.map((world) => world[place])).size).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})

/** Two rows of two: the four counts, two row totals, two column totals, and the grand total. */
function square([a, b, c, d]: readonly number[]): number[] {
  const [first = 0, second = 0, third = 0, fourth = 0] = [a, b, c, d]
  const rows = [first + second, third + fourth]
  const columns = [first + third, second + fourth]
  return [first, second, third, fourth, ...rows, ...columns, first + second + third + fourth]
}

const SQUARE_SUMS: [number, number[]][] = [
  [4, [0, 1]],
  [5, [2, 3]],
  [6, [0, 2]],
  [7, [1, 3]],
  [8, [4, 5]],
  [8, [6, 7]],
]

const SIX = [0, 1, 2, 3, 4, 5, 6]
const SQUARES = SIX.flatMap((a) => SIX.flatMap((b) => SIX.flatMap((c) => SIX.map((d) => square([a, b, c, d])))))
