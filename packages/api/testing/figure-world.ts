import type { Scene } from './scene.ts'

/** What of a scene is asked for. */
export type EventScene = Pick<Scene, 'owner' | 'services' | 'people' | 'setClock' | 'aCase'>

export type Known = { episodeId: string; personId: string; gate: Date }
export type World = {
  scene: EventScene
  now: Date
  cases: Known[]
  draw: () => number
  run: (text: string, values?: readonly unknown[]) => Promise<number>
}

export const HOUR = 3_600_000

export function someCase({ cases, draw }: World): Known {
  const one = cases[Math.floor(draw() * cases.length)]
  if (!one) throw new Error('nobody was released')
  return one
}

export function pick<T>({ draw }: Pick<World, 'draw'>, among: readonly T[]): T {
  return anyOf(draw, among)
}

export function anyOf<T>(draw: () => number, among: readonly T[]): T {
  const one = among[Math.floor(draw() * among.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

/** The same numbers between 0 and 1 for the same seed. */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
