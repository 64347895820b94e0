import { type CountModel, isKnownTo, type Reader, restFor } from './count-model.ts'
import { type Effort, spend } from './effort.ts'
import { findMoves, type Move, type Row } from './null-space.ts'

/** Tried before a count is taken for one that can be worked out. Each is cheap; most are found at the first. */
const MOST_MOVES = 200
const MOST_MENDED = 24
const MOST_STEPS = 10

/** A count that this reader must not be able to work out. */
export type Wanted = { place: number; reader: number }

/**
 * For each of these hidden counts: another set of hidden counts that agrees with everything the reader sees, and in which
 * this one is different. Where there is one, nobody can work the count out, by whatever method.
 *
 * The reader is taken to know that counts are whole, not negative, and not zero when they are hidden without being zero.
 *
 * @returns in the order asked, the move from the true counts to those others; null where none was found
 * @throws EffortSpent
 */
export function findSafeMoves(
  model: CountModel,
  isHidden: readonly boolean[],
  wanted: readonly Wanted[],
  effort: Effort,
): (Move | null)[] {
  const places = new Set(wanted.map(({ place }) => place))
  const touching = new Map<number, Move[]>()
  for (const { counts, equations } of componentsOf(model, isHidden))
    if (counts.some((count) => places.has(count)))
      for (const move of findMoves(equations, effort))
        for (const count of move.keys()) {
          const list = touching.get(count)
          if (list) list.push(move)
          else touching.set(count, [move])
        }
  const last = new Map<number, Move>()
  return wanted.map(({ place, reader }) => {
    const who = model.readers[reader] ?? NOBODY
    const before = last.get(reader)
    if (before?.has(place)) return before
    const move = safeMove(place, touching, model, who, effort)
    if (move) last.set(reader, move)
    return move
  })
}

const NOBODY: Reader = new Map()

/** Does the reader find nothing impossible after this move, and is none of what he knows in it? */
export function isPossible(move: Move, model: CountModel, reader: Reader, sign: 1 | -1 = 1): boolean {
  for (const [place, change] of move) if (shortBy(model, reader, place, sign * change) > 0) return false
  return true
}

/** By how many people a count is wrong for this reader after the change; 0 when it may be so. */
function shortBy(model: CountModel, reader: Reader, place: number, change: number): number {
  if (isKnownTo(model, reader, place)) return Math.abs(change)
  const rest = restFor(model, reader, place)
  const least = Math.max(rest > 0 ? 1 : 0, model.largest[place] ?? 0)
  return Math.max(0, least - rest - change)
}

function safeMove(
  place: number,
  touching: ReadonlyMap<number, readonly Move[]>,
  model: CountModel,
  reader: Reader,
  effort: Effort,
): Move | null {
  const candidates = touching.get(place)?.slice(0, MOST_MOVES) ?? []
  for (const move of candidates) {
    spend(effort, move.size)
    if (isPossible(move, model, reader)) return move
    if (isPossible(move, model, reader, -1)) return times(move, -1)
  }
  for (const move of candidates.slice(0, MOST_MENDED))
    for (const sign of [1, -1] as const) {
      const mended = mend(place, move, sign, touching, model, reader, effort)
      if (mended) return mended
    }
  return null
}

/** A move that makes some count impossible: others are added to it as long as that makes it less so. */
function mend(
  place: number,
  start: Move,
  sign: 1 | -1,
  touching: ReadonlyMap<number, readonly Move[]>,
  model: CountModel,
  reader: Reader,
  effort: Effort,
): Move | null {
  const move = new Map<number, number>()
  for (const [each, change] of start) move.set(each, change * sign)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const worst = worstOf(move, model, reader)
    if (worst === null) return move
    const now = move.get(worst) ?? 0
    let best: { other: Move; sign: 1 | -1 } | null = null
    let gain = 0
    for (const other of touching.get(worst)?.slice(0, MOST_MENDED) ?? []) {
      spend(effort, other.size)
      const way = now > 0 === (other.get(worst) ?? 0) > 0 ? -1 : 1
      if ((move.get(place) ?? 0) + way * (other.get(place) ?? 0) === 0) continue
      let less = 0
      for (const [each, change] of other) {
        const before = move.get(each) ?? 0
        less += shortBy(model, reader, each, before) - shortBy(model, reader, each, before + way * change)
      }
      if (less > gain) [best, gain] = [{ other, sign: way }, less]
    }
    if (!best) return null
    for (const [each, change] of best.other) {
      const next = (move.get(each) ?? 0) + best.sign * change
      if (next === 0) move.delete(each)
      else move.set(each, next)
    }
  }
  return null
}

/** The count that the move makes most impossible; null where it makes none so. */
function worstOf(move: Move, model: CountModel, reader: Reader): number | null {
  let worst: number | null = null
  let most = 0
  for (const [place, change] of move) {
    const short = shortBy(model, reader, place, change)
    if (short > most) [worst, most] = [place, short]
  }
  return worst
}

function times(move: Move, sign: 1 | -1): Move {
  return sign === 1 ? move : new Map([...move].map(([place, change]) => [place, -change]))
}

type Component = { counts: number[]; equations: Row[] }

/** Hidden counts in groups that no sum ties together. Those that one sum alone tells are left out: no move touches them. */
function componentsOf(model: CountModel, isHidden: readonly boolean[]): Component[] {
  const unknown = withoutTold(model, isHidden)
  const isSeen = unknown.map(() => false)
  const isTaken = model.sums.map(() => false)
  const components: Component[] = []
  for (const start of unknown.keys()) {
    if (!unknown[start] || isSeen[start]) continue
    const counts = [start]
    const equations: Row[] = []
    isSeen[start] = true
    for (let next = 0; next < counts.length; next += 1)
      for (const sum of model.sumsOf[counts[next] ?? -1] ?? []) {
        if (isTaken[sum]) continue
        isTaken[sum] = true
        const row = rowOf(model, sum, unknown)
        equations.push(row)
        for (const place of row.keys())
          if (!isSeen[place]) {
            isSeen[place] = true
            counts.push(place)
          }
      }
    components.push({ counts, equations })
  }
  return components
}

/** Which hidden counts are left when each that is the only hidden one of some sum is taken away, again and again. */
function withoutTold(model: CountModel, isHidden: readonly boolean[]): boolean[] {
  const unknown = [...isHidden]
  const open = model.sums.map(({ total, parts }) => {
    let count = unknown[total] ? 1 : 0
    for (const part of parts) if (unknown[part]) count += 1
    return count
  })
  const told = open.flatMap((count, index) => (count === 1 ? [index] : []))
  for (let index = told.pop(); index !== undefined; index = told.pop()) {
    const sum = model.sums[index]
    if (!sum) continue
    const place = unknown[sum.total] ? sum.total : sum.parts.find((part) => unknown[part])
    if (place === undefined) continue
    unknown[place] = false
    for (const other of model.sumsOf[place] ?? []) {
      open[other] = (open[other] ?? 0) - 1
      if (open[other] === 1) told.push(other)
    }
  }
  return unknown
}

function rowOf({ sums }: CountModel, index: number, unknown: readonly boolean[]): Row {
  const row: Row = new Map()
  const sum = sums[index]
  if (!sum) return row
  if (unknown[sum.total]) row.set(sum.total, -1)
  for (const part of sum.parts) {
    if (!unknown[part]) continue
    const next = (row.get(part) ?? 0) + 1
    if (next === 0) row.delete(part)
    else row.set(part, next)
  }
  return row
}
