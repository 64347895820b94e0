import type { Place, Places } from './country-places.ts'
import {
  type CountrySize,
  DAYS_AHEAD,
  DOSES_OF_EPISODE,
  dayOfPastRelease,
  HANDOFFS_OF_EPISODE,
  shareOf,
} from './country-size.ts'
import { draw, pickBy, weighBy } from './draw.ts'

export const DAY = 86_400_000
export const HOUR = 3_600_000

/** One custody episode as it will be told by every table. Instants are milliseconds, days are midnights in UTC. */
export type EpisodeShape = {
  index: number
  /** The index of the person's first episode; their own where it is the first. */
  personOf: number
  prison: Place
  legalStatus: string
  admitted: number
  /** Midnight of the day; null: could be any day. */
  releaseDay: number | null
  releasedAt: number | null
  kind: string
  /** Plan items, facts and doses are told of it. */
  isDetailed: boolean
  treatment: 'daily' | 'depot' | null
  handoffs: number
  /** The OMT handoff stands open in the busy inbox. */
  isBusy: boolean
}

/** So many places later in the order of releases comes the same person's next custody, about 14 weeks on. */
const BACK_AFTER = 16_001
/** One episode in five is of somebody who was here before. */
const ONE_AGAIN_IN = 5
const HANDED_BEFORE_DAYS = 28
const BUSY_AROUND_DAYS = 30

export function isAgain(index: number): boolean {
  return index >= BACK_AFTER && index % ONE_AGAIN_IN === ONE_AGAIN_IN - 1
}

/** 11 in 20 are on treatment: 9 take it each day, 2 have a depot. Two depots and two late doses make exactly 30 doses for each. */
export function treatmentOf(index: number): EpisodeShape['treatment'] {
  const place = index % 20
  if (place < 9) return 'daily'
  return place < 11 ? 'depot' : null
}
export const DAILY_DOSES = 66
export const DEPOT_DOSES = 3

/** Doses of so many whole twenties of episodes: 9 × 66 + 2 × 3 = 600 = 20 × 30. */
export const DOSES_OF_TWENTY = 20 * DOSES_OF_EPISODE

/** Every shape of a country, by index, in the order of releases. */
export class Shapes {
  readonly size: CountrySize
  readonly now: number
  readonly today: number
  #seed: number
  #places: Places
  #weekday: number
  /** The first and last index whose areas were handed over. */
  readonly handed: { count: number; first: number }

  constructor(size: CountrySize, seed: number, now: number, places: Places) {
    this.size = size
    this.now = now
    this.today = Math.floor(now / DAY) * DAY
    this.#seed = seed
    this.#places = places
    this.#weekday = (new Date(now).getUTCDay() + 6) % 7
    let count = 0
    for (let index = 0; index < size.episodes; index += 1) if (this.#isHanded(index)) count += 1
    this.handed = { count, first: 0 }
  }

  get past(): number {
    return this.size.episodes - this.size.inside
  }

  #day(index: number): number {
    if (index < this.past) return this.today + dayOfPastRelease(this.past - 1 - index, this.#weekday) * DAY
    return this.today + (1 + Math.floor(((index - this.past) * DAYS_AHEAD) / this.size.inside)) * DAY
  }

  #isAnyDay(index: number): boolean {
    return index >= this.past && index % 5 === 3
  }

  #isHanded(index: number): boolean {
    return !this.#isAnyDay(index) && this.#day(index) <= this.today + HANDED_BEFORE_DAYS * DAY
  }

  /** All shapes, first release first. */
  *[Symbol.iterator](): Generator<EpisodeShape> {
    let handedBefore = 0
    let around = 0
    const near = this.#countNear()
    const stride = Math.max(1, Math.floor(near / this.size.busyInbox))
    let busy = 0
    for (let index = 0; index < this.size.episodes; index += 1) {
      const isHanded = this.#isHanded(index)
      let isBusy = false
      if (isHanded && this.#isNear(index)) {
        isBusy = around % stride === 0 && busy < this.size.busyInbox
        around += 1
        if (isBusy) busy += 1
      }
      const handoffs = isHanded ? shareOf(HANDOFFS_OF_EPISODE * this.size.episodes, handedBefore, this.handed.count) : 0
      if (isHanded) handedBefore += 1
      yield this.#shape(index, handoffs, isBusy)
    }
  }

  #isNear(index: number): boolean {
    return Math.abs(this.#day(index) - this.today) <= BUSY_AROUND_DAYS * DAY
  }

  #countNear(): number {
    let near = 0
    for (let index = this.size.episodes - 1; index >= 0; index -= 1)
      if (this.#isHanded(index) && this.#isNear(index)) near += 1
    return near
  }

  #shape(index: number, handoffs: number, isBusy: boolean): EpisodeShape {
    const throwOf = (what: number) => draw(this.#seed, index, what)
    const day = this.#day(index)
    const isOut = index < this.past
    const { prisons, busyPrison } = this.#places
    const again = isAgain(index)
    return {
      index,
      personOf: again ? index - BACK_AFTER : index,
      prison: throwOf(1) * 100 < this.size.busyPrisonShare ? busyPrison : pickBy(throwOf(2), prisons),
      legalStatus: again ? 'recalled' : weighBy(throwOf(3), LEGAL),
      admitted: again
        ? this.#day(index - BACK_AFTER) + 15 * DAY
        : Math.min(day, this.today) - (80 + Math.floor(throwOf(4) * 300)) * DAY,
      releaseDay: this.#isAnyDay(index) ? null : day,
      releasedAt: isOut ? day + 9 * HOUR + Math.floor(throwOf(5) * 180) * 60_000 : null,
      kind: weighBy(throwOf(6), RELEASE_KINDS),
      isDetailed: day >= this.today - this.size.detailDays * DAY,
      treatment: treatmentOf(index),
      handoffs,
      isBusy,
    }
  }
}

const LEGAL = { sentenced: 50, remand: 33, 'convicted-unsentenced': 10, immigration: 7 } as const
const RELEASE_KINDS = { planned: 70, 'short-notice': 15, unplanned: 15 } as const
