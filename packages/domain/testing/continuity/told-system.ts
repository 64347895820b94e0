import type { IndexedSum } from '../../src/continuity/count-model.ts'

/** Under these, a count points at people. */
export const SMALLEST = 5

/** What an attacker knows: counts by name, sums between them, and between what a rounded one lies. */
export class System {
  readonly names: string[] = []
  readonly values: number[] = []
  readonly isHidden: boolean[] = []
  readonly isShown: boolean[] = []
  readonly mayBeZero: boolean[] = []
  readonly sums: IndexedSum[] = []
  readonly places = new Map<string, number>()
  /** The least and the most that a count can be, where a page tells it rounded. */
  readonly windows = new Map<number, readonly [number, number]>()

  /** The same name is the same people: what one page shows of them the other knows too. */
  add(name: string, value: number, isShown: boolean, isOnPage = isShown): number {
    const before = this.places.get(name)
    if (before !== undefined) {
      if (isShown) [this.isHidden[before], this.isShown[before]] = [false, true]
      if (isOnPage) this.mayBeZero[before] = false
      return before
    }
    const place = this.names.push(name) - 1
    this.places.set(name, place)
    this.values.push(value)
    this.isShown.push(isShown)
    this.mayBeZero.push(!isOnPage)
    this.isHidden.push(!isShown)
    return place
  }

  /** A count that a page tells rounded, on top of what other pages tell of it. */
  tellBetween(place: number, least: number, most: number): void {
    const [low, high] = this.windows.get(place) ?? [0, Number.POSITIVE_INFINITY]
    this.windows.set(place, [Math.max(low, least), Math.min(high, most)])
  }

  sum(total: number, parts: readonly number[]): void {
    this.sums.push({ total, parts })
    if (parts.length < 3) return
    // Complements: a total without one of its parts.
    for (const part of parts) {
      const value = (this.values[total] ?? 0) - (this.values[part] ?? 0)
      if (value <= 0 || value >= SMALLEST) continue
      const rest = this.add(`${this.names[total]} without ${this.names[part]}`, value, false)
      this.sums.push({ total, parts: [part, rest] })
    }
  }
}
