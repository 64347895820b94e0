import { type CountModel, countModel, isSmall } from './count-model.ts'
import type { Move } from './null-space.ts'
import { findSafeMoves, isPossible } from './safe-moves.ts'
import { type CountTable, ROUNDED_TO, type ShownCount, SMALLEST_COUNT, type SmallestCount } from './small-counts.ts'

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
  const isHidden = model.values.map(
    (_, place) => !model.isOnPage[place] || model.readers.some((reader) => isOpenAndSmall(reader, place, smallest)),
  )
  const order = orderOfHiding(model)
  const safe = model.readers.map(() => new Map<number, Move>())
  for (;;) {
    const exposed = findExposed(model, isHidden, safe, smallest)
    if (exposed.size === 0) break
    const added = hideBeside(exposed, model, order, isHidden)
    if (added.size === 0) break
    for (const place of added) isHidden[place] = true
  }
  const about = roundTotals(model, isHidden, safe, smallest)
  const places = new Map(model.ids.map((id, place) => [id, place]))
  const hidden = new Set(model.ids.filter((_, place) => model.isOnPage[place] && isHidden[place]))
  return {
    hidden,
    about: (id) => about.get(places.get(id) ?? -1) ?? null,
    count: (id) => {
      const place = places.get(id)
      if (place === undefined) throw new RangeError(`${id} stands in no table`)
      return isHidden[place] ? 'hidden' : (model.values[place] ?? 0)
    },
  }
}

type Readers = CountModel['readers']

function isOpenAndSmall({ rest, knows }: Readers[number], place: number, smallest: number): boolean {
  return !knows[place] && isSmall(rest[place] ?? 0, smallest)
}

/** The hidden counts for which no other number was found yet, for any reader. Those found are kept: hiding more opens none. */
function findExposed(
  model: CountModel,
  isHidden: readonly boolean[],
  safe: readonly Map<number, Move>[],
  smallest: number,
): Set<number> {
  const exposed = new Set<number>()
  for (const [index, reader] of model.readers.entries()) {
    const found = safe[index] ?? new Map<number, Move>()
    const wanted = [...isHidden.keys()].filter(
      (place) =>
        isHidden[place] &&
        !found.has(place) &&
        (isOpenAndSmall(reader, place, smallest) || (index === 0 && model.isOnPage[place])),
    )
    const first = safe[0] ?? found
    const missing = wanted.filter((place) => {
      const move = first.get(place)
      if (!move || !isPossible(move, reader)) return true
      found.set(place, move)
      return false
    })
    if (missing.length === 0) continue
    for (const [place, move] of findSafeMoves(model, reader, isHidden, missing)) found.set(place, move)
    for (const place of missing) if (!found.has(place)) exposed.add(place)
  }
  return exposed
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
  { values, isOnPage, isTotal, readers }: CountModel,
  isHidden: readonly boolean[],
  safe: readonly ReadonlyMap<number, Move>[],
  smallest: number,
): Map<number, number> {
  const about = new Map<number, number>()
  for (const [place, value] of values.entries()) {
    if (!isOnPage[place] || !isHidden[place] || !isTotal[place]) continue
    const rounded = Math.round(value / ROUNDED_TO) * ROUNDED_TO
    if (rounded - (ROUNDED_TO - 1) / 2 < smallest) continue
    if (readers.some((reader) => isOpenAndSmall(reader, place, smallest))) continue
    const isKept = (move: Move) => Math.abs(value + (move.get(place) ?? 0) - rounded) <= (ROUNDED_TO - 1) / 2
    if (safe.every((moves) => [...moves.values()].every(isKept))) about.set(place, rounded)
  }
  return about
}
