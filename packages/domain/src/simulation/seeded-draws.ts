/**
 * Numbers from 0 up to just below 1 in an order that the seed decides: the same seed gives the same draws on every machine
 * (Mulberry32). For simulations alone: nothing secret may hang on them.
 */
export function seededDraws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The seed of one run among many, so that runs can be worked off in any portions and come out the same. */
export function seedOfRun(seed: number, run: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35)) >>> 0
}
