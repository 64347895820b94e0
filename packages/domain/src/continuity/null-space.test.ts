import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EffortSpent } from './effort.ts'
import { findMoves, type Row } from './null-space.ts'

const MUCH = 1_000_000

/** Equations as people write them: coefficients by the number of the count. */
function row(coefficients: Record<number, number>): Row {
  return new Map(Object.entries(coefficients).map(([count, coefficient]) => [Number(count), coefficient]))
}

function moves(equations: readonly Row[]): Record<number, number>[] {
  return findMoves(equations, { left: MUCH }).map((move) => Object.fromEntries(move))
}

describe('in which ways counts can change without any equation noticing', () => {
  it.each<[string, Row[], Record<number, number>[]]>([
    ['no equation', [], []],
    ['one count that one sum tells', [row({ 0: 1 })], []],
    ['two that are told apart', [row({ 0: 1, 1: 1 }), row({ 0: 1, 1: -1 })], []],
    ['two parts of one sum', [row({ 0: 1, 1: 1 })], [{ 0: -1, 1: 1 }]],
    ['a part and its total', [row({ 0: -1, 1: 1 })], [{ 0: 1, 1: 1 }]],
    [
      'three parts: two ways',
      [row({ 0: 1, 1: 1, 2: 1 })],
      [
        { 0: -1, 1: 1 },
        { 0: -1, 2: 1 },
      ],
    ],
    ['the same said twice', [row({ 0: 1, 1: 1 }), row({ 0: 2, 1: 2 })], [{ 0: -1, 1: 1 }]],
    [
      'halves are doubled: people come whole',
      [row({ 0: 2, 1: 1, 2: 1 }), row({ 1: 1, 2: -1 }), row({ 0: 2, 3: 1 })],
      [{ 0: 1, 1: -1, 2: -1, 3: -2 }],
    ],
  ])('%s', (_name, equations, expected) => {
    const found = moves(equations)
    expect(found).toHaveLength(expected.length)
    for (const [place, move] of expected.entries()) expect([move, negated(move)]).toContainEqual(found[place])
  })

  it('leaves out a way that would need smaller parts of people than a sixth', () => {
    expect(moves([row({ 0: 7, 1: 3 })])).toEqual([])
    expect(moves([row({ 0: 6, 1: 1 })])).toHaveLength(1)
  })

  it('finds, in any sums of ones, whole changes that no sum notices, and one for each count that is left free', () => {
    const equation = fc
      .uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 })
      .map((counts): Row => new Map(counts.map((count) => [count, 1])))
    fc.assert(
      fc.property(fc.array(equation, { maxLength: 6 }), (equations) => {
        const found = findMoves(equations, { left: MUCH })
        for (const move of found) {
          expect([...move.values()].every(Number.isInteger)).toBe(true)
          expect([...move.values()].some((change) => change !== 0)).toBe(true)
          for (const told of equations) {
            const change = [...told].reduce(
              (sum, [count, coefficient]) => sum + coefficient * (move.get(count) ?? 0),
              0,
            )
            expect(change).toBe(0)
          }
        }
        const counts = new Set(equations.flatMap((told) => [...told.keys()]))
        expect(found.length).toBeLessThanOrEqual(counts.size - rankOf(equations))
        // Each way changes a count that no other changes: together they are all the ways there are.
        const own = found.map((move) =>
          [...move.keys()].filter((count) => found.every((other) => other === move || !other.get(count))),
        )
        expect(own.every(({ length }) => length > 0)).toBe(true)
      }),
    )
  })

  it('stops when the work that was allowed is done', () => {
    expect(() => findMoves([row({ 0: 1, 1: 1 })], { left: 0 })).toThrow(EffortSpent)
    expect(() => findMoves([row({ 0: 1, 1: 1 })], { left: 2 })).toThrow(EffortSpent)
  })
})

function negated(move: Record<number, number>): Record<number, number> {
  return Object.fromEntries(Object.entries(move).map(([count, change]) => [count, -change]))
}

/** How many of the equations say something new, by plain elimination in fractions of doubles. */
function rankOf(equations: readonly Row[]): number {
  const rows = equations.map((told) => Array.from({ length: 8 }, (_, count) => told.get(count) ?? 0))
  let rank = 0
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows.findIndex((each, place) => place >= rank && Math.abs(each[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [chosen] = rows.splice(pivot, 1)
    if (!chosen) continue
    rows.splice(rank, 0, chosen)
    for (const [place, each] of rows.entries()) {
      if (place <= rank) continue
      const share = (each[column] ?? 0) / (chosen[column] ?? 1)
      for (let at = column; at < 8; at += 1) each[at] = (each[at] ?? 0) - share * (chosen[at] ?? 0)
    }
    rank += 1
  }
  return rank
}
