import { type IndexedSum, solveHidden } from './solve-hidden.ts'

/** A count from 1 up to just below this, or whose complement is one, is not shown. */
export const SMALLEST_COUNT = 5

/** One count of a page. `isOnPage` false: never shown itself, and still not to be worked out when it is small. */
export type Cell = { id: string; value: number; isOnPage: boolean }

/** `total` is the sum of `parts`; all are ids of cells. */
export type Sum = { total: string; parts: readonly string[] }

/**
 * Which counts of a page must not be shown (rule FIG-7)?
 *
 * First those from 1 to 4, and every part whose complement in a total is from 1 to 4. Then, until nobody can work out a
 * hidden or a small count from what is left by subtraction across rows, columns, tables and totals, one more beside each
 * that could be: the smallest, and a total last. Zero may be shown: it points at nobody.
 *
 * @returns the ids of the cells of the page that are not shown
 */
export function suppress(cells: readonly Cell[], sums: readonly Sum[], smallest: number = SMALLEST_COUNT): Set<string> {
  const places = new Map(cells.map((cell, place) => [cell.id, place]))
  const placeOf = (id: string) => places.get(id) ?? -1
  const values = cells.map((cell) => cell.value)
  const indexed = sums.map(({ total, parts }): IndexedSum => ({ total: placeOf(total), parts: parts.map(placeOf) }))
  const isSmall = smallCounts(values, indexed, smallest)
  const isHidden = cells.map((cell, place) => !cell.isOnPage || isSmall[place] === true)
  const isProtected = (place: number) => isSmall[place] || (isHidden[place] && cells[place]?.isOnPage)
  const order = orderOfHiding(values, indexed)

  for (;;) {
    const exposed = [...solveHidden(values, indexed, isHidden)].filter(isProtected)
    const added = exposed.length > 0 ? hideBeside(exposed, indexed, order, isHidden) : new Set<number>()
    if (added.size === 0) break
    for (const place of added) isHidden[place] = true
  }
  return new Set(cells.filter((cell, place) => cell.isOnPage && isHidden[place]).map((cell) => cell.id))
}

function smallCounts(values: readonly number[], sums: readonly IndexedSum[], smallest: number): boolean[] {
  const isSmall = (count: number) => count > 0 && count < smallest
  const small = values.map(isSmall)
  for (const { total, parts } of sums)
    for (const part of parts) if (isSmall((values[total] ?? 0) - (values[part] ?? 0))) small[part] = true
  return small
}

/** The place of each count in the order in which counts may be hidden: small before large, zeros late, totals last. */
function orderOfHiding(values: readonly number[], sums: readonly IndexedSum[]): number[] {
  const totals = new Set(sums.map((sum) => sum.total))
  const kind = (place: number) => (totals.has(place) ? 2 : values[place] === 0 ? 1 : 0)
  const order = new Array<number>(values.length)
  const places = [...values.keys()].toSorted(
    (left, right) => kind(left) - kind(right) || (values[left] ?? 0) - (values[right] ?? 0) || left - right,
  )
  for (const [rank, place] of places.entries()) order[place] = rank
  return order
}

/** For each exposed count one more to hide in a sum with it, unless this round has hidden one there already. */
function hideBeside(
  exposed: readonly number[],
  sums: readonly IndexedSum[],
  order: readonly number[],
  isHidden: readonly boolean[],
): Set<number> {
  const added = new Set<number>()
  for (const place of exposed) {
    const around = sums.filter(({ total, parts }) => total === place || parts.includes(place)).flatMap(placesOf)
    if (around.some((other) => added.has(other))) continue
    const next = firstShown(around, order, isHidden)
    if (next !== null) added.add(next)
  }
  if (added.size > 0) return added

  // The way to the exposed count leads through other sums: hide the first that is shown anywhere.
  const last = firstShown(sums.flatMap(placesOf), order, isHidden)
  return new Set(last === null ? [] : [last])
}

function firstShown(places: readonly number[], order: readonly number[], isHidden: readonly boolean[]): number | null {
  return places.reduce<number | null>((first, place) => {
    if (isHidden[place]) return first
    return first === null || (order[place] ?? 0) < (order[first] ?? 0) ? place : first
  }, null)
}

function placesOf({ total, parts }: IndexedSum): number[] {
  return [total, ...parts]
}
