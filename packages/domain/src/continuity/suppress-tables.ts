import { type CountModel, countModel, isKnownTo, isOpenTo } from './count-model.ts'
import type { Move } from './null-space.ts'
import { findSafeMoves, isPossible, type Wanted } from './safe-moves.ts'
import {
  type CountTable,
  isSmall,
  ROUNDED_TO,
  type ShownCount,
  SMALLEST_COUNT,
  type SmallestCount,
} from './small-counts.ts'

export type ShownTables = {
  /** The count as the page may show it. Throws RangeError for an id that stands in no table. */
  count: (id: string) => ShownCount
  /** A total that is hidden and may be told rounded: "about 45". Null where it may not, and for counts that are shown. */
  about: (id: string) => number | null
  /** The counts of the page that are not shown. */
  hidden: ReadonlySet<string>
}

/**
 * What may be shown of all tables that one reader can get, in one go (rule FIG-7)?
 *
 * Hidden are counts from 1 to just below the smallest, the same of complements (a total without one of its parts) and of what
 * is left once a reader has taken away the cases that he may open himself; and beside each so many more that for every hidden
 * count there is another number that agrees with everything shown. Where such a number is not found, more is hidden.
 *
 * Tables that a reader can get must be given together: two pages suppressed apart tell a small count by subtraction.
 */
export function suppressTables(tables: readonly CountTable[], smallest: SmallestCount = SMALLEST_COUNT): ShownTables {
  const model = countModel(tables, smallest)
  const { ids, values, isOnPage, readers } = model
  const isHidden = values.map((_, place) => !isOnPage[place] || pointsAtPeople(model, place, smallest))
  const order = orderOfHiding(model)
  const safe = readers.map(() => new Map<number, Move>())
  for (;;) {
    const exposed = findExposed(model, isHidden, safe, smallest)
    if (exposed.size === 0) break
    const added = hideBeside(exposed, model, order, isHidden)
    if (added.size === 0) break
    for (const place of added) isHidden[place] = true
  }
  const about = roundTotals(model, isHidden, safe, smallest)
  const places = new Map(ids.map((id, place) => [id, place]))
  return {
    hidden: new Set(ids.filter((_, place) => isOnPage[place] && isHidden[place])),
    about: (id) => about.get(places.get(id) ?? -1) ?? null,
    count: (id) => {
      const place = places.get(id)
      if (place === undefined) throw new RangeError(`${id} stands in no table`)
      return isHidden[place] ? 'hidden' : (values[place] ?? 0)
    },
  }
}

/** For some reader: all who are in it, or all who are left when one other organisation takes its own away. */
function pointsAtPeople(model: CountModel, place: number, smallest: number): boolean {
  const largest = model.largest[place] ?? 0
  if (largest > 0 && isSmall((model.values[place] ?? 0) - largest, smallest)) return true
  return model.readers.some((reader) => isOpenTo(model, reader, place, smallest))
}

/** The hidden counts for which no other number was found yet, for any reader. Those found are kept: hiding more opens none. */
function findExposed(
  model: CountModel,
  isHidden: readonly boolean[],
  safe: readonly Map<number, Move>[],
  smallest: number,
): Set<number> {
  const hidden = [...isHidden.keys()].filter((place) => isHidden[place])
  const first = new Map(safe[0])
  const wanted = model.readers.flatMap((reader, index) =>
    hidden.flatMap((place): Wanted[] => {
      if (safe[index]?.has(place) || !isProtected(model, index, place, smallest)) return []
      const move = first.get(place)
      if (!move || !isPossible(move, model, reader)) return [{ place, reader: index }]
      safe[index]?.set(place, move)
      return []
    }),
  )
  const exposed = new Set<number>()
  if (wanted.length === 0) return exposed
  for (const [index, move] of findSafeMoves(model, isHidden, wanted).entries()) {
    const { place = -1, reader = -1 } = wanted[index] ?? {}
    if (move) safe[reader]?.set(place, move)
    else exposed.add(place)
  }
  return exposed
}

/** What is hidden on the page stays so for whoever looks at it; for the others, what points at people. */
function isProtected(model: CountModel, index: number, place: number, smallest: number): boolean {
  const reader = model.readers[index] ?? new Map()
  if (index === 0 && model.isOnPage[place] && !isKnownTo(model, reader, place)) return true
  return isOpenTo(model, reader, place, smallest)
}

/** The place of each count in the order in which counts may be hidden: small before large, zeros late, totals last. */
function orderOfHiding({ values, isTotal }: CountModel): number[] {
  const kind = (place: number) => (isTotal[place] ? 2 : values[place] === 0 ? 1 : 0)
  const order = new Array<number>(values.length)
  const places = [...values.keys()].toSorted(
    (left, right) => kind(left) - kind(right) || (values[left] ?? 0) - (values[right] ?? 0) || left - right,
  )
  for (const [rank, place] of places.entries()) order[place] = rank
  return order
}

/** For each exposed count one more to hide, in a sum with it or in the nearest where something is still shown. */
function hideBeside(
  exposed: ReadonlySet<number>,
  model: CountModel,
  order: readonly number[],
  isHidden: readonly boolean[],
): Set<number> {
  const added = new Set<number>()
  for (const place of exposed) {
    const around = placesAround(model, place)
    if (around.some((other) => added.has(other))) continue
    const next = firstShown(around, order, isHidden)
    if (next !== null) added.add(next)
  }
  if (added.size > 0) return added
  for (const place of exposed) {
    const next = nearestShown(place, model, order, isHidden)
    if (next !== null) return new Set([next])
  }
  return added
}

function nearestShown(
  start: number,
  model: CountModel,
  order: readonly number[],
  isHidden: readonly boolean[],
): number | null {
  const seen = new Set([start])
  for (const place of seen) {
    const around = placesAround(model, place)
    const next = firstShown(around, order, isHidden)
    if (next !== null) return next
    for (const each of around) seen.add(each)
  }
  return null
}

function placesAround({ sums, sumsOf }: CountModel, place: number): number[] {
  return (sumsOf[place] ?? []).flatMap((index) => {
    const sum = sums[index]
    return sum ? [sum.total, ...sum.parts] : []
  })
}

function firstShown(places: readonly number[], order: readonly number[], isHidden: readonly boolean[]): number | null {
  let first: number | null = null
  for (const place of places)
    if (!isHidden[place] && (first === null || (order[place] ?? 0) < (order[first] ?? 0))) first = place
  return first
}

/** Hidden totals that can be told rounded: every other number that keeps a count safe must round to the same. */
function roundTotals(
  model: CountModel,
  isHidden: readonly boolean[],
  safe: readonly ReadonlyMap<number, Move>[],
  smallest: number,
): Map<number, number> {
  const { values, isOnPage, isTotal } = model
  const about = new Map<number, number>()
  for (const [place, value] of values.entries()) {
    if (!isOnPage[place] || !isHidden[place] || !isTotal[place]) continue
    const rounded = Math.round(value / ROUNDED_TO) * ROUNDED_TO
    if (rounded - (ROUNDED_TO - 1) / 2 < smallest) continue
    if (pointsAtPeople(model, place, smallest)) continue
    const isKept = (move: Move) => Math.abs(value + (move.get(place) ?? 0) - rounded) <= (ROUNDED_TO - 1) / 2
    if (safe.every((moves) => [...moves.values()].every(isKept))) about.set(place, rounded)
  }
  return about
}
