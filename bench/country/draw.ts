/** Chance that depends on nothing but the seed, the episode and what is asked: rows can be made in any order. */
export function draw(seed: number, index: number, what: number): number {
  let mixed = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(what + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

/** One of them by the throw. */
export function pickBy<T>(throwOf: number, from: readonly T[]): T {
  return from[Math.floor(throwOf * from.length)] as T
}

/** One of them by the throw, each as likely as its weight. */
export function weighBy<T extends string>(throwOf: number, weights: Readonly<Record<T, number>>): T {
  const entries = Object.entries<number>(weights) as [T, number][]
  let rest = throwOf * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [one, weight] of entries) {
    rest -= weight
    if (rest < 0) return one
  }
  return (entries.at(-1) as [T, number])[0]
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** Tables of which a row's id is made, so that no two rows share one. */
const KINDS =
  'area service hours account membership session person number episode stay change plan item itemChange treatment dose kit appointment contact outcome set handoff move release'.split(
    ' ',
  )
const KIND_HEX: Readonly<Record<string, string>> = Object.fromEntries(KINDS.map((kind, at) => [kind, hex(at + 1, 2)]))

/**
 * An id of the form of ours (UUID version 7): the instant of the row first, so that index pages stay warm, then which table, which
 * row of the episode and which episode.
 */
export function idFor(kind: string, instantMs: number, index: number, part = 0): string {
  const time = hex(instantMs, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${KIND_HEX[kind]}${hex(part, 2)}${hex(index, 8)}`
}
