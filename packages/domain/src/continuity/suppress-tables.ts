import { type CountModel, countModel, isKnownTo, isOpenTo } from './count-model.ts'
import { type Effort, spend } from './effort.ts'
import type { Move } from './null-space.ts'
import { findSafeMoves, isPossible, type Wanted } from './safe-moves.ts'
import {
  type CountTable,
  inFives,
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
 *
 * @throws EffortSpent when `effort` is given and did not do
 */
export function suppressTables(
  tables: readonly CountTable[],
  smallest: SmallestCount = SMALLEST_COUNT,
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): ShownTables {
  const model = countModel(tables, smallest)
  const { ids, values, isOnPage, readers } = model
  const isHidden = values.map((_, place) => !isOnPage[place] || pointsAtPeople(model, place, smallest))
  const order = orderOfHiding(model)
  const safe = readers.map(() => new Map<number, Move>())
  for (;;) {
    const exposed = findExposed(model, isHidden, safe, smallest, effort)
    if (exposed.length === 0) break
    const added = hideBeside(exposed, model, order, isHidden, smallest, effort)
    if (added.size === 0) break
    for (const place of added) isHidden[place] = true
  }
  showImplied(model, isHidden, smallest)
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

/** Shows what everybody can add up from what is shown, and so knows: to hide it would protect nobody. */
function showImplied(model: CountModel, isHidden: boolean[], smallest: number): void {
  const hiddenIn = ({ total, parts }: CountModel['sums'][number]) =>
    [total, ...parts].filter((place) => isHidden[place])
  const open = new Set(model.sums.keys())
  for (const index of open) {
    const sum = model.sums[index]
    const [place, other] = sum ? hiddenIn(sum) : []
    if (place === undefined || other !== undefined || pointsAtPeople(model, place, smallest)) continue
    isHidden[place] = false
    // Those that it stands in are looked at again.
    for (const each of model.sumsOf[place] ?? []) {
      open.delete(each)
      open.add(each)
    }
  }
}

/** For some reader: all who are in it, or all who are left when one other organisation takes its own away. */
function pointsAtPeople(model: CountModel, place: number, smallest: number): boolean {
  const largest = model.largest[place] ?? 0
  if (model.mustHide.has(place)) return true
  if (largest > 0 && isSmall((model.values[place] ?? 0) - largest, smallest)) return true
  return model.readers.some((reader, index) => index !== model.stranger && isOpenTo(model, reader, place, smallest))
}

/** The hidden counts for which no other number was found yet, for any reader. Those found are kept: hiding more opens none. */
function findExposed(
  model: CountModel,
  isHidden: readonly boolean[],
  safe: readonly Map<number, Move>[],
  smallest: number,
  effort: Effort,
): Wanted[] {
  const hidden = [...isHidden.keys()].filter((place) => isHidden[place])
  spend(effort, hidden.length * model.readers.length)
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
  if (wanted.length === 0) return []
  const moves = findSafeMoves(model, isHidden, wanted, effort)
  return wanted.filter(({ place, reader }, index) => {
    const move = moves[index]
    if (move) safe[reader]?.set(place, move)
    return !move
  })
}

/**
 * What points at people whom a reader does not know; and what is hidden for the sake of another page, for whoever looks at this one and can
 * open nobody. Somebody who can works such a count out by taking away whom he knows: that tells him of nobody else. Of a file it would: he has
 * the page as well, where the count is hidden.
 */
function isProtected(model: CountModel, index: number, place: number, smallest: number): boolean {
  const reader = model.readers[index] ?? new Map()
  const keepsAlike = index === (model.stranger ?? 0) || (index === 0 && smallest !== SMALLEST_COUNT)
  if (keepsAlike && model.mustHide.has(place) && !isKnownTo(model, reader, place)) return true
  return index !== model.stranger && isOpenTo(model, reader, place, smallest)
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

/** More than any other price. */
const DEAR = 1e12

/** For each exposed count one more to hide, in a sum with it or in the nearest where something is still shown. */
function hideBeside(
  exposed: readonly Wanted[],
  model: CountModel,
  order: readonly number[],
  isHidden: readonly boolean[],
  smallest: number,
  effort: Effort,
): Set<number> {
  const added = new Set<number>()
  const isOpen = (place: number, reader: number) => isHidden[place] === true && !isKnownBy(model, reader, place)
  const hiddenIn = model.sums.map(
    ({ total, parts }) => Number(isHidden[total]) + parts.reduce((sum, part) => sum + Number(isHidden[part]), 0),
  )
  /** In how many sums this count would be the only one that is hidden, and so told. */
  const alone = (place: number) => {
    let sums = model.isTotal[place] ? 1 : 0
    for (const sum of model.sumsOf[place] ?? []) if (hiddenIn[sum] === 0) sums += 1
    return sums
  }
  const best = (places: readonly number[], reader: number): number | null => {
    spend(effort, places.length)
    let first: number | null = null
    let cost = Number.POSITIVE_INFINITY
    for (const place of places) {
      if (isHidden[place] || added.has(place) || isKnownBy(model, reader, place)) continue
      const price = (model.dear.has(place) ? DEAR : 0) + alone(place) * isHidden.length + (order[place] ?? 0)
      if (price < cost) [first, cost] = [place, price]
    }
    return first
  }
  for (const { place, reader } of exposed) {
    // The sums that tell it are those in which nothing else is hidden from this reader.
    const telling = (model.sumsOf[place] ?? []).filter((index) => {
      const sum = model.sums[index]
      return !sum || ![sum.total, ...sum.parts].some((other) => other !== place && isOpen(other, reader))
    })
    const around = placesAround(model, place, telling.length > 0 ? telling : undefined)
    if (around.some((other) => added.has(other))) continue
    const next = best(around, reader)
    if (next === null) continue
    added.add(next)
    for (const sum of model.sumsOf[next] ?? []) hiddenIn[sum] = (hiddenIn[sum] ?? 0) + 1
  }
  if (added.size > 0) return added
  for (const { place: start, reader } of exposed) {
    // Large ones that can be worked out tell nothing of anybody, and are not worth the rest of the page.
    if (!pointsAtPeople(model, start, smallest)) continue
    const seen = new Set([start])
    for (const place of seen) {
      const around = placesAround(model, place)
      const next = best(around, reader)
      if (next !== null) return new Set([next])
      for (const each of around) seen.add(each)
    }
  }
  return added
}

function isKnownBy(model: CountModel, index: number, place: number): boolean {
  const reader = model.readers[index]
  return reader !== undefined && isKnownTo(model, reader, place)
}

function placesAround({ sums, sumsOf }: CountModel, place: number, within = sumsOf[place] ?? []): number[] {
  return within.flatMap((index) => {
    const sum = sums[index]
    return sum ? [sum.total, ...sum.parts] : []
  })
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
    const rounded = inFives(value)
    if (rounded - (ROUNDED_TO - 1) / 2 < smallest) continue
    if (pointsAtPeople(model, place, smallest)) continue
    const isKept = (move: Move) => Math.abs(value + (move.get(place) ?? 0) - rounded) <= (ROUNDED_TO - 1) / 2
    if (safe.every((moves) => [...moves.values()].every(isKept))) about.set(place, rounded)
  }
  return about
}
