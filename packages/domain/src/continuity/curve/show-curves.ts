import { SMALLEST_DENOMINATOR } from '../rate.ts'
import { SMALLEST_COUNT } from '../small-counts.ts'
import { type CurveTotal, compareGroups, curveOfTotals } from './curve-of-totals.ts'
import { WATCH_HOURS } from './curves.ts'
import type { LogRank } from './log-rank.ts'

/** A group of the page: everybody, or those of one value of a breakdown. Nobody is in two groups of one breakdown. */
export type CurveGroup = {
  readonly value: string
  readonly totals: readonly CurveTotal[]
  /** Those among them whom the reader can open one by one, and so take away. */
  readonly known?: readonly CurveTotal[]
}

/** The curve at one moment. Shares are rounded to whole hundredths, numbers of people to fives. */
export type ShownPoint = {
  hours: number
  /** Who has had the event by then, were nobody to die or to go back inside (Kaplan–Meier), with its pointwise 95 % interval. */
  share: number
  interval: { lower: number; upper: number } | null
  /** The same among all of them (Aalen–Johansen), and who died or went back inside first: never told apart. Null: too few to show. */
  competing: { event: number; left: number } | null
  /** Still waited with just before; null: too few to say. */
  atRisk: number | null
}

export type ShownCurve = {
  value: string
  /** Rounded to fives. */
  people: number
  /** In order; the first may be later than 0 hours. Points of which fewer than ten are known are left out. */
  points: ShownPoint[]
  /** After how many hours half had it: between these points of the curve. `not-reached`: more than half still wait at its end. */
  median: { after: number; by: number } | 'not-reached'
}

export type ShownCurves = {
  shown: ShownCurve[]
  /** Values of groups of which nothing is shown: fewer than ten, or a way to those. */
  hidden: string[]
  /** Of the groups that are shown. Null where there are not two. */
  logRank: LogRank | null
}

/** Before the first moment: what happened at 0 hours happened after it. */
const BEFORE = -1

/**
 * The curves of one breakdown, as they may be shown to whoever may not open every case in them (rules FIG-7 and FIG-8).
 *
 * A curve by the hour would tell each single event. So all curves of a breakdown step at the same few moments, and between two
 * of them nobody had the event, or at least five, in every group, in those left over together, and in all; and never are one to
 * four left who still wait. Groups of fewer than ten are not shown, and one more beside them where what is left over is fewer
 * than ten. Shares are whole hundredths and numbers at risk fives, so that counts elsewhere on the page cannot be taken
 * from them.
 *
 * @param smallest 5 inside, 10 for what leaves
 */
export function showCurves(all: readonly CurveGroup[], smallest: number = SMALLEST_COUNT): ShownCurves {
  const groups = all.filter(({ totals }) => peopleIn(totals) > 0)
  for (let kept = groups.filter(isLargeEnough); kept.length > 0; kept = withoutSmallest(kept)) {
    const rest = groups.filter((group) => !kept.includes(group))
    if (rest.length === 1 || (rest.length > 0 && !isLargeEnough(together(rest)))) continue
    const protectedGroups = [...kept, ...(rest.length > 0 ? [together(rest)] : [])].flatMap(withWhatIsLeft)
    const moments = momentsFor(protectedGroups, smallest)
    if (moments.length < 2) continue
    const isLeftShown = staysLarge(protectedGroups, moments, smallest)
    return {
      shown: kept.map((group) => shownCurve(group, moments, isLeftShown)),
      hidden: rest.map(({ value }) => value),
      logRank: kept.length > 1 ? compareGroups(kept.map(({ totals }) => totals)) : null,
    }
  }
  return { shown: [], hidden: groups.map(({ value }) => value), logRank: null }
}

/** The moments at which every group may be told: since the one before no event, or enough of them. */
function momentsFor(groups: readonly CurveGroup[], smallest: number): number[] {
  const moments: number[] = []
  for (const hours of WATCH_HOURS) {
    const from = moments.at(-1) ?? BEFORE
    const isTold = groups.every(({ totals }) => {
      const waiting = peopleIn(totals) - eventsIn(totals, BEFORE, hours)
      return !isSmall(eventsIn(totals, from, hours), smallest) && !isSmall(waiting, smallest)
    })
    if (isTold) moments.push(hours)
  }
  return moments
}

/** Deaths and returns are told only where each step of theirs is none or enough in every group. */
function staysLarge(groups: readonly CurveGroup[], moments: readonly number[], smallest: number): boolean {
  return groups.every(({ totals }) =>
    moments.every((to, place) => {
      const from = moments[place - 1] ?? BEFORE
      return !isSmall(leftIn(totals, from, to), smallest)
    }),
  )
}

function shownCurve({ value, totals }: CurveGroup, moments: readonly number[], isLeftShown: boolean): ShownCurve {
  const { steps, competing, median } = curveOfTotals(totals)
  const known = moments.filter((hours) => peopleIn(totals) - lostBefore(totals, hours) >= SMALLEST_DENOMINATOR)
  const points = known.map((hours): ShownPoint => {
    const step = steps.findLast(({ time }) => time <= hours * 60)
    const ends = competing.findLast(({ time }) => time <= hours * 60)
    const atRisk = sum(totals.filter((total) => total.hours >= hours).map(({ count }) => count))
    return {
      hours,
      share: hundredths(1 - (step?.share ?? 1)),
      interval: step?.interval
        ? { lower: hundredths(1 - step.interval.upper), upper: hundredths(1 - step.interval.lower) }
        : null,
      competing: isLeftShown
        ? {
            event: hundredths(ends?.share.event ?? 0),
            left: hundredths((ends?.share.died ?? 0) + (ends?.share['back-inside'] ?? 0)),
          }
        : null,
      atRisk: atRisk < SMALLEST_DENOMINATOR && atRisk > 0 ? null : fives(atRisk),
    }
  })
  const half = median.median === null ? null : median.median / 60
  const by = half === null ? undefined : known.find((hours) => hours >= half)
  return {
    value,
    people: fives(peopleIn(totals)),
    points,
    median:
      half === null || by === undefined ? 'not-reached' : { after: known.findLast((hours) => hours < half) ?? 0, by },
  }
}

/** In their order; of several smallest the last goes. */
function withoutSmallest(groups: readonly CurveGroup[]): CurveGroup[] {
  const smallest = Math.min(...groups.map(({ totals }) => peopleIn(totals)))
  const place = groups.findLastIndex(({ totals }) => peopleIn(totals) === smallest)
  return groups.filter((_, each) => each !== place)
}

function together(groups: readonly CurveGroup[]): CurveGroup {
  return { value: '', totals: groups.flatMap(({ totals }) => totals), known: groups.flatMap(({ known = [] }) => known) }
}

/** A group, and those of it whom the reader cannot open: nothing small may be told of them either. */
function withWhatIsLeft(group: CurveGroup): CurveGroup[] {
  const { value, totals, known = [] } = group
  if (known.length === 0) return [group]
  const left = { value, totals: [...totals, ...known.map((each) => ({ ...each, count: -each.count }))] }
  return peopleIn(left.totals) === 0 ? [] : [group, left]
}

/** Ten people, and ten or none whom the reader cannot open. */
function isLargeEnough(group: CurveGroup): boolean {
  return (
    peopleIn(group.totals) >= SMALLEST_DENOMINATOR &&
    withWhatIsLeft(group).every(({ totals }) => peopleIn(totals) >= SMALLEST_DENOMINATOR)
  )
}

function isSmall(count: number, smallest: number): boolean {
  return count > 0 && count < smallest
}

const peopleIn = (totals: readonly CurveTotal[]) => sum(totals.map(({ count }) => count))

function eventsIn(totals: readonly CurveTotal[], after: number, to: number): number {
  return sum(
    totals.filter(({ end, hours }) => end === 'event' && hours > after && hours <= to).map(({ count }) => count),
  )
}

/** Out of sight before this moment: whether they had the event by then is not known. */
function lostBefore(totals: readonly CurveTotal[], hours: number): number {
  return sum(totals.filter((total) => total.end === null && total.hours < hours).map(({ count }) => count))
}

function leftIn(totals: readonly CurveTotal[], after: number, to: number): number {
  return sum(
    totals
      .filter(({ end, hours }) => end !== null && end !== 'event' && hours > after && hours <= to)
      .map(({ count }) => count),
  )
}

const hundredths = (share: number) => Math.round(share * 100) / 100
const fives = (people: number) => Math.round(people / 5) * 5

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
