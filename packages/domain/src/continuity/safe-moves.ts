import type { CountModel, Reader } from './count-model.ts'
import { findMoves, type Move, type Row } from './null-space.ts'

/** Tried before a count is taken for one that can be worked out. Each is cheap; most are found at the first. */
const MOST_MOVES = 200
const MOST_MENDED = 24
const MOST_STEPS = 10

/**
 * For each of these hidden counts: another set of hidden counts that agrees with everything the reader sees, and in which
 * this one is different. Where there is one, nobody can work the count out, by whatever method.
 *
 * The reader is taken to know that counts are whole, not negative, and not zero when they are hidden without being zero.
 *
 * @returns the moves from the true counts to those others; none for counts for which none was found
 */
export function findSafeMoves(
  model: CountModel,
  reader: Reader,
  isHidden: readonly boolean[],
  wanted: readonly number[],
): Map<number, Move> {
  const safe = new Map<number, Move>()
  const wantedSet = new Set(wanted)
  for (const { counts, equations } of componentsOf(model, reader, isHidden)) {
    const here = counts.filter((count) => wantedSet.has(count))
    if (here.length === 0) continue
    const moves = findMoves(equations)
    const touching = new Map<number, Move[]>()
    for (const move of moves)
      for (const count of move.keys()) {
        const list = touching.get(count)
        if (list) list.push(move)
        else touching.set(count, [move])
      }
    for (const count of here) {
      if (safe.has(count)) continue
      const move = safeMove(count, touching, reader)
      if (move === null) continue
      for (const each of move.keys()) if (wantedSet.has(each) && !safe.has(each)) safe.set(each, move)
    }
  }
  return safe
}

/** Does the reader still find nothing impossible after this move, and is none of what he knows in it? */
export function isPossible(move: Move, { rest, knows }: Reader, sign: 1 | -1 = 1): boolean {
  for (const [count, change] of move) if (knows[count] || isBelow(rest[count] ?? 0, sign * change)) return false
  return true
}

function isBelow(rest: number, change: number): boolean {
  return rest + change < (rest > 0 ? 1 : 0)
}

function safeMove(count: number, touching: ReadonlyMap<number, readonly Move[]>, reader: Reader): Move | null {
  const candidates = touching.get(count)?.slice(0, MOST_MOVES) ?? []
  for (const move of candidates) {
    if (isPossible(move, reader)) return move
    if (isPossible(move, reader, -1)) return times(move, -1)
  }
  for (const move of candidates.slice(0, MOST_MENDED))
    for (const sign of [1, -1] as const) {
      const mended = mend(count, times(move, sign), touching, reader)
      if (mended) return mended
    }
  return null
}

/** A move that makes some count impossible: others are added to it as long as that makes it less so. */
function mend(count: number, start: Move, touching: ReadonlyMap<number, readonly Move[]>, reader: Reader): Move | null {
  let move = start
  let fault = faultOf(move, reader)
  for (let step = 0; step < MOST_STEPS && fault.size > 0; step += 1) {
    let best: { move: Move; fault: Fault } | null = null
    for (const other of touching.get(fault.worst)?.slice(0, MOST_MENDED) ?? []) {
      const next = add(move, times(other, (other.get(fault.worst) ?? 0) > 0 ? 1 : -1))
      if (!next.has(count)) continue
      const nextFault = faultOf(next, reader)
      if (nextFault.size < (best?.fault.size ?? fault.size)) best = { move: next, fault: nextFault }
    }
    if (!best) return null
    move = best.move
    fault = best.fault
  }
  return fault.size === 0 ? move : null
}

type Fault = { size: number; worst: number }

function faultOf(move: Move, { rest }: Reader): Fault {
  let size = 0
  let worst = -1
  let most = 0
  for (const [count, change] of move) {
    const left = rest[count] ?? 0
    const short = (left > 0 ? 1 : 0) - (left + change)
    if (short <= 0) continue
    size += short
    if (short > most) [worst, most] = [count, short]
  }
  return { size, worst }
}

function times(move: Move, sign: 1 | -1): Move {
  return sign === 1 ? move : new Map([...move].map(([count, change]) => [count, -change]))
}

function add(one: Move, other: Move): Move {
  const sum = new Map(one)
  for (const [count, change] of other) {
    const next = (sum.get(count) ?? 0) + change
    if (next === 0) sum.delete(count)
    else sum.set(count, next)
  }
  return sum
}

type Component = { counts: number[]; equations: Row[] }

/**
 * The counts that this reader does not see, in groups that no sum ties together. Those that one sum alone tells him are left
 * out: no move touches them.
 */
function componentsOf(model: CountModel, { knows }: Reader, isHidden: readonly boolean[]): Component[] {
  const unknown = isHidden.map((hidden, place) => hidden && !knows[place])
  const open = model.sums.map(({ total, parts }) => {
    let count = unknown[total] ? 1 : 0
    for (const part of parts) if (unknown[part]) count += 1
    return count
  })
  const told = open.flatMap((count, index) => (count === 1 ? [index] : []))
  for (let index = told.pop(); index !== undefined; index = told.pop()) {
    const place = placesOf(model, index).find((each) => unknown[each])
    if (place === undefined) continue
    unknown[place] = false
    for (const sum of model.sumsOf[place] ?? []) {
      open[sum] = (open[sum] ?? 0) - 1
      if (open[sum] === 1) told.push(sum)
    }
  }

  const components: Component[] = []
  const isSeen = unknown.map(() => false)
  const isTaken = model.sums.map(() => false)
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

function placesOf({ sums }: CountModel, index: number): number[] {
  const sum = sums[index]
  return sum ? [sum.total, ...sum.parts] : []
}

function rowOf({ sums }: CountModel, index: number, unknown: readonly boolean[]): Row {
  const row: Row = new Map()
  const sum = sums[index]
  if (!sum) return row
  if (unknown[sum.total]) row.set(sum.total, -1)
  for (const part of sum.parts)
    if (unknown[part]) {
      const next = (row.get(part) ?? 0) + 1
      if (next === 0) row.delete(part)
      else row.set(part, next)
    }
  return row
}
