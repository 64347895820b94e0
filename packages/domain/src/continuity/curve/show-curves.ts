import { SMALLEST_DENOMINATOR } from '../rate.ts'
import { inFives, isSmall, SMALLEST_COUNT } from '../small-counts.ts'
import { type CurveTotal, compareGroups, curveOfTotals } from './curve-of-totals.ts'
import { WATCH_HOURS } from './curves.ts'
import { intervalOf } from './kaplan-meier.ts'
import type { LogRank } from './log-rank.ts'

/** A group of the page: everybody, or those of one value of a breakdown. Nobody is in two groups of one breakdown. */
export type CurveGroup = {
  readonly value: string
  readonly totals: readonly CurveTotal[]
  /** Those among them whom the reader can open one by one, and so take away. */
  readonly known?: readonly CurveTotal[]
}

/** The curve at one moment. People are told in fives, and shares are shares of people in fives: never finer than whole hundredths. */
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
  /** Of the groups that are shown; to one place, and three of p. Null where there are not two. */
  logRank: LogRank | null
  /** The moments at which all of them are told. */
  moments: readonly number[]
}

type Told = {
  /** The moments at which everybody together is told: a group told at another would tell everybody at it as well. */
  within?: readonly number[]
  /** Whether a group may be told at all: what the figures hide is on no curve. */
  isTold?: (value: string) => boolean
  smallest?: number
}

/** Before the first moment: what happened at 0 hours happened after it. */
const BEFORE = -1

/**
 * The curves of one breakdown, as they may be shown to whoever may not open every case in them (rules FIG-7 and FIG-8).
 *
 * A curve by the hour would tell each single event. So all curves of a breakdown step at the same few moments, and between two
 * of them nobody had the event, or at least five, in every group, in those left over together, and in all; and never are one to
 * four left who still wait. Groups of fewer than ten are not shown, and one more beside them where what is left over is fewer
 * than ten.
 *
 * Everything that is told is worked out from people in fives: how many they are, how many of them had the event by then, how many
 * still wait. Whole hundredths of forty people would tell exactly how many had it, and a count of another page taken from that
 * whoever is hidden there.
 */
export function showCurves(
  all: readonly CurveGroup[],
  { within = WATCH_HOURS, isTold = () => true, smallest = SMALLEST_COUNT }: Told = {},
): ShownCurves {
  const groups = all.filter(({ totals }) => peopleIn(totals) > 0)
  for (
    let kept = groups.filter((group) => isTold(group.value) && isLargeEnough(group));
    kept.length > 0;
    kept = withoutSmallest(kept)
  ) {
    const rest = groups.filter((group) => !kept.includes(group))
    if (rest.length === 1 || (rest.length > 0 && !isLargeEnough(together(rest)))) continue
    const protectedGroups = [...kept, ...(rest.length > 0 ? [together(rest)] : [])].flatMap(withWhatIsLeft)
    const moments = momentsFor(protectedGroups, within, smallest)
    if (moments.length < 2) continue
    const isLeftShown = staysLarge(protectedGroups, moments, smallest)
    return {
      shown: kept.map((group) => shownCurve(group, moments, isLeftShown)),
      hidden: rest.map(({ value }) => value),
      logRank: kept.length > 1 ? toldApart(compareGroups(kept.map(({ totals }) => totals))) : null,
      moments,
    }
  }
  return { shown: [], hidden: groups.map(({ value }) => value), logRank: null, moments: [] }
}

/** As few figures as the page prints. */
function toldApart(test: LogRank): LogRank {
  if (test.kind === 'nothing-to-compare') return test
  return { ...test, chiSquare: Math.round(test.chiSquare * 10) / 10, p: Math.round(test.p * 1_000) / 1_000 }
}

/** The moments at which every group may be told: since the one before no event, or enough of them. */
function momentsFor(groups: readonly CurveGroup[], within: readonly number[], smallest: number): number[] {
  const moments: number[] = []
  for (const hours of within) {
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
  const { steps, competing } = curveOfTotals(totals)
  const people = peopleIn(totals)
  const told = (share: number) => Math.min(1, inFives(share * people) / inFives(people))
  const points = moments.flatMap((hours): ShownPoint[] => {
    const known = people - lostBefore(totals, hours)
    if (known < SMALLEST_DENOMINATOR) return []
    const step = steps.findLast(({ time }) => time <= hours * 60)
    const ends = competing.findLast(({ time }) => time <= hours * 60)
    const atRisk = sum(totals.filter((total) => total.hours >= hours).map(({ count }) => count))
    const share = told(1 - (step?.share ?? 1))
    return [
      {
        hours,
        share: hundredths(share),
        interval: intervalAround(share, inFives(known)),
        competing: isLeftShown
          ? {
              event: hundredths(told(ends?.share.event ?? 0)),
              left: hundredths(told((ends?.share.died ?? 0) + (ends?.share['back-inside'] ?? 0))),
            }
          : null,
        atRisk: atRisk < SMALLEST_DENOMINATOR && atRisk > 0 ? null : inFives(atRisk),
      },
    ]
  })
  return { value, people: inFives(people), points, median: medianOfPoints(points) }
}

/**
 * The interval of Kaplan and Meier around what is told, as if all of whom it is known by then had been watched from the beginning
 * on: where nobody is out of sight that is Greenwood's. From the numbers that are told alone: an exact edge would tell finer ones.
 */
function intervalAround(share: number, known: number): ShownPoint['interval'] {
  const left = 1 - share
  const interval = intervalOf(left, left === 0 ? 0 : share / (left * known))
  return interval && { lower: hundredths(1 - interval.upper), upper: hundredths(1 - interval.lower) }
}

/** Between which of these moments half had it. */
function medianOfPoints(points: readonly ShownPoint[]): ShownCurve['median'] {
  const by = points.findIndex(({ share }) => share >= 0.5)
  const at = points[by]
  return at === undefined ? 'not-reached' : { after: points[by - 1]?.hours ?? 0, by: at.hours }
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
