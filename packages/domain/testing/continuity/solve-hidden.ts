import type { IndexedSum } from '../../src/continuity/count-model.ts'

/**
 * Which hidden counts can a reader work out from the counts that are shown?
 *
 * Two attacks, with the sums of the page as equations: elimination finds each count that the equations determine;
 * narrowing finds each that only one number can be, since counts are whole and never below zero.
 *
 * @param values the true counts
 * @param isHidden whether the reader does not see the count at the same place
 * @param known `mayBeZero`: whether he does not even know that it is not zero, of rows and columns that no page has; `windows`: between
 * what it lies, where a page tells it rounded
 * @returns the places of those that can be worked out
 */
export function solveHidden(
  values: readonly number[],
  sums: readonly IndexedSum[],
  isHidden: readonly boolean[],
  { mayBeZero = [], windows = new Map() }: Known = {},
): Set<number> {
  const open = sums.filter(({ total, parts }) => isHidden[total] || parts.some((part) => isHidden[part]))
  return new Set([
    ...solveByElimination(open, isHidden),
    ...solveByNarrowing(values, open, isHidden, { mayBeZero, windows }),
  ])
}

type Known = {
  mayBeZero?: readonly boolean[]
  windows?: ReadonlyMap<number, readonly [number, number]>
}

/** The unknown counts of an equation with their coefficients. */
type Row = Map<number, number>

/** A count is determined when some combination of the equations holds nothing unknown but it. */
function solveByElimination(sums: readonly IndexedSum[], isHidden: readonly boolean[]): number[] {
  const solved = new Map<number, Row>()
  /** The pivots of the solved rows in which a count may stand; those from which it has gone are passed by. */
  const standsIn = new Map<number, Set<number>>()
  const note = (row: Row, pivot: number) => {
    for (const count of row.keys()) {
      const pivots = standsIn.get(count)
      if (pivots) pivots.add(pivot)
      else standsIn.set(count, new Set([pivot]))
    }
  }
  for (const sum of sums) {
    const row = rowOf(sum, isHidden)
    for (const [pivot, factor] of [...row]) {
      const other = solved.get(pivot)
      if (other) subtract(row, other, factor)
    }
    const pivot = pivotOf(row)
    if (pivot === null) continue

    const factor = row.get(pivot) ?? 1
    if (factor !== 1) for (const [count, coefficient] of row) row.set(count, coefficient / factor)
    for (const place of standsIn.get(pivot) ?? []) {
      const other = solved.get(place)
      const share = other?.get(pivot)
      if (!other || share === undefined) continue
      subtract(other, row, share)
      note(row, place)
    }
    solved.set(pivot, row)
    note(row, pivot)
  }
  return [...solved].filter(([, row]) => row.size === 1).map(([pivot]) => pivot)
}

function rowOf({ total, parts }: IndexedSum, isHidden: readonly boolean[]): Row {
  const row: Row = new Map()
  if (isHidden[total]) addTo(row, total, -1)
  for (const part of parts) if (isHidden[part]) addTo(row, part, 1)
  return row
}

/** The count to eliminate: one whose coefficient is a one where there is any, so that fractions stay rare. */
function pivotOf(row: Row): number | null {
  for (const [count, coefficient] of row) if (Math.abs(coefficient) === 1) return count
  return row.keys().next().value ?? null
}

function subtract(row: Row, other: Row, factor: number): void {
  for (const [count, coefficient] of other) addTo(row, count, -coefficient * factor)
}

function addTo(row: Row, count: number, amount: number): void {
  const next = (row.get(count) ?? 0) + amount
  // Coefficients are sums of ones; what is left of a division this far down is rounding.
  if (Math.abs(next) < 1e-9) row.delete(count)
  else row.set(count, next)
}

/**
 * Narrows what each hidden count can be until nothing moves. The reader is taken to know which hidden counts are not
 * zero, since zeros are seldom hidden.
 */
function solveByNarrowing(
  values: readonly number[],
  sums: readonly IndexedSum[],
  isHidden: readonly boolean[],
  { mayBeZero, windows }: Required<Known>,
): number[] {
  const low = values.map((value, index) => (!isHidden[index] ? value : mayBeZero[index] ? 0 : Math.min(1, value)))
  const high = values.map((value, index) => (isHidden[index] ? Number.POSITIVE_INFINITY : value))
  for (const [index, [least, most]] of windows) {
    if (!isHidden[index]) continue
    low[index] = Math.max(low[index] ?? 0, least)
    high[index] = Math.min(high[index] ?? 0, most)
  }

  const narrow = (index: number, newLow: number, newHigh: number): boolean => {
    const nextLow = Math.max(low[index] ?? 0, newLow)
    const nextHigh = Math.min(high[index] ?? 0, newHigh)
    // Sums that contradict the values would narrow for ever. Where they agree, the true count is always within.
    const value = values[index] ?? 0
    if ((nextLow === low[index] && nextHigh === high[index]) || nextLow > value || nextHigh < value) return false
    low[index] = nextLow
    high[index] = nextHigh
    return true
  }

  for (let moved = true; moved; ) {
    moved = false
    for (const { total, parts } of sums) {
      const [wholeLow, wholeHigh] = [low[total] ?? 0, high[total] ?? 0]
      const lowest = parts.reduce((sum, part) => sum + (low[part] ?? 0), 0)
      const bounded = parts.filter((part) => Number.isFinite(high[part]))
      const highest = bounded.reduce((sum, part) => sum + (high[part] ?? 0), 0)
      const unbounded = parts.length - bounded.length
      moved = narrow(total, lowest, unbounded > 0 ? Number.POSITIVE_INFINITY : highest) || moved
      for (const part of parts) {
        if (!isHidden[part]) continue
        const isBounded = Number.isFinite(high[part])
        const others = isBounded ? highest - (high[part] ?? 0) : highest
        const othersHigh = unbounded > (isBounded ? 0 : 1) ? Number.POSITIVE_INFINITY : others
        moved = narrow(part, wholeLow - othersHigh, wholeHigh - (lowest - (low[part] ?? 0))) || moved
      }
    }
  }
  return values.flatMap((_, index) => (isHidden[index] && low[index] === high[index] ? [index] : []))
}
