/** Chance that anybody can throw again: the same seed gives the same throws. */
export type Chance = {
  /** From 0 up to just below 1. */
  next: () => number
  isTrue: (probability: number) => boolean
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number
  pick: <T>(from: readonly T[]) => T
  /** One of the keys, as often as its weight says. */
  weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
  /** A UUIDv7 of this instant, so that demo rows sort by time as real ones do. */
  id: (at: Date) => string
}

/** Chance from a text: every person of the demo has a seed of their own, so that one change moves only one of them. */
export function chanceFrom(seed: string): Chance {
  const next = mulberry32(hash(seed))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const bits = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return {
    next,
    isTrue: (probability) => next() < probability,
    int,
    pick: (from) => {
      const picked = from[int(0, from.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>): K => {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      const [last] = entries.at(-1) ?? []
      if (last === undefined) throw new RangeError('nothing to weigh')
      return last
    },
    id: (at) => {
      const time = at.getTime().toString(16).padStart(12, '0')
      const variant = (8 + Math.floor(next() * 4)).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`
    },
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return state >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
