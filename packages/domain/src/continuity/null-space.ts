import { type Effort, spend } from './effort.ts'

/** The unknown counts of an equation with their coefficients; what they add up to does not matter here. */
export type Row = Map<number, number>

/** A change of counts that no equation notices: by how much each changes. Whole numbers. */
export type Move = ReadonlyMap<number, number>

/**
 * In which ways can the unknown counts change together without any equation noticing?
 *
 * Gauss and Jordan's elimination, sparse: one move for each count that the equations leave free. Every move is checked
 * against the equations in whole numbers; one that would need fractions of people is left out.
 *
 * @throws EffortSpent
 */
export function findMoves(equations: readonly Row[], effort: Effort): Move[] {
  const solved = new Map<number, Row>()
  /** In which solved rows, named by their pivots, a free count stands. */
  const standsIn = new Map<number, Set<number>>()
  for (const equation of equations) reduceBy(new Map(equation), solved, standsIn, effort)

  const free = new Set(equations.flatMap((equation) => [...equation.keys()]).filter((count) => !solved.has(count)))
  const byCount = new Map<number, Row[]>()
  for (const equation of equations)
    for (const count of equation.keys()) {
      const rows = byCount.get(count)
      if (rows) rows.push(equation)
      else byCount.set(count, [equation])
    }
  return [...free].flatMap((count) => {
    const pivots = standsIn.get(count) ?? new Set()
    spend(effort, 1 + pivots.size)
    const move = wholeMove(count, solved, pivots)
    return move !== null && isUnnoticed(move, byCount, effort) ? [move] : []
  })
}

function reduceBy(row: Row, solved: Map<number, Row>, standsIn: Map<number, Set<number>>, effort: Effort): void {
  for (const [count, factor] of [...row]) {
    const other = solved.get(count)
    spend(effort, other?.size ?? 1)
    if (other) for (const [each, coefficient] of other) addTo(row, each, -coefficient * factor)
  }
  const pivot = pivotOf(row, standsIn)
  if (pivot === null) return
  const factor = row.get(pivot) ?? 1
  if (factor !== 1) for (const [count, coefficient] of row) row.set(count, coefficient / factor)

  for (const place of [...(standsIn.get(pivot) ?? [])]) {
    const other = solved.get(place)
    const share = other?.get(pivot)
    if (!other || share === undefined) continue
    spend(effort, row.size)
    for (const [count, coefficient] of row) {
      addTo(other, count, -coefficient * share)
      if (count !== pivot) note(standsIn, count, place, other.has(count))
    }
  }
  standsIn.delete(pivot)
  solved.set(pivot, row)
  for (const count of row.keys()) if (count !== pivot) note(standsIn, count, pivot, true)
}

/** The count to eliminate: with a one before it where there is any, and in as few other rows as possible. */
function pivotOf(row: Row, standsIn: ReadonlyMap<number, ReadonlySet<number>>): number | null {
  let best: number | null = null
  let cost = Number.POSITIVE_INFINITY
  for (const [count, coefficient] of row) {
    const price = (standsIn.get(count)?.size ?? 0) + (Math.abs(coefficient) === 1 ? 0 : 1e9)
    if (price < cost) [best, cost] = [count, price]
  }
  return best
}

function note(standsIn: Map<number, Set<number>>, count: number, pivot: number, stands: boolean): void {
  const places = standsIn.get(count)
  if (!stands) places?.delete(pivot)
  else if (places) places.add(pivot)
  else standsIn.set(count, new Set([pivot]))
}

function addTo(row: Row, count: number, amount: number): void {
  const next = (row.get(count) ?? 0) + amount
  // Coefficients are sums of ones; what is left of a division this far down is rounding.
  if (Math.abs(next) < 1e-9) row.delete(count)
  else row.set(count, next)
}

function wholeMove(count: number, solved: ReadonlyMap<number, Row>, pivots: ReadonlySet<number>): Move | null {
  const shares: [number, number][] = [[count, 1]]
  for (const pivot of pivots) shares.push([pivot, -(solved.get(pivot)?.get(count) ?? 0)])
  for (let scale = 1; scale <= MOST_SCALE; scale += 1)
    if (shares.every(([, share]) => Math.abs(share * scale - Math.round(share * scale)) < 1e-6))
      return new Map(shares.map(([each, share]) => [each, Math.round(share * scale)]))
  return null
}

/** Sums of ones seldom divide by more than two. */
const MOST_SCALE = 6

function isUnnoticed(move: Move, byCount: ReadonlyMap<number, readonly Row[]>, effort: Effort): boolean {
  const touched = new Set([...move.keys()].flatMap((count) => byCount.get(count) ?? []))
  for (const row of touched) {
    spend(effort, row.size)
    let change = 0
    for (const [count, coefficient] of row) change += coefficient * (move.get(count) ?? 0)
    if (change !== 0) return false
  }
  return true
}
