import { MORE } from './durations.ts'
import type { LengthIndicator } from './indicators.ts'
import { SMALLEST_DENOMINATOR } from './rate.ts'
import type { Month } from './report-window.ts'
import { inFives, isSmall, SMALLEST_COUNT, type SmallestCount } from './small-counts.ts'

/** In these steps lengths are told: hours to an acknowledgement, days without a medicine. */
export const TOLD_STEPS = {
  'hours-to-acknowledge': [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336],
  'hiv-hcv-supply-gap': [0, 1, 2, 3, 5, 7, 14, 21, 30],
} as const satisfies Record<LengthIndicator, readonly number[]>

export type LengthCount = { outcome: string; detail: string; count: number }

/** Those that were counted, and those among them that the reader can open one by one. */
export type CountedLengths = { all: readonly LengthCount[]; own: readonly LengthCount[] }

/** Lengths as they may be shown. */
export type ToldLengths =
  | { state: 'no-cases' | 'few' }
  | {
      state: 'shown'
      median: ToldLength
      /** Between what the true median lies, 95 %: longer than the one, and within the other (rule FIG-14). */
      interval: { after: number; by: ToldLength }
      p90: ToldLength
      /** How many were counted, and how many of them have not come to an end: in fives. */
      about: number
      open: ToldCount
    }

/** Within so many hours or days; `open`: not so many have come to an end; `few`: it would be the length of fewer than five. */
export type ToldLength = number | 'open' | 'few'

/** In fives; `few`: from one to four, or all but a few. */
export type ToldCount = number | 'few'

/** What a row of lengths is, exactly. Null: not so many have come to an end. */
export type Lengths = { median: number | null; p90: number | null; known: number; open: number }

/**
 * Median and 90th percentile of lengths that are kept in steps: the step within which the share is reached. What is open is longer
 * than all others; over nothing at all there is no median.
 */
export function lengthsOf(counts: readonly LengthCount[]): Lengths {
  const people = peopleIn(counts)
  const at = (share: number) => lengthAt(counts, share * people)
  return { median: at(0.5), p90: at(0.9), known: sum(counts, 'known'), open: sum(counts, 'open') }
}

/**
 * Median with its interval and 90th percentile as they may be told to whoever can open `own` of these one by one (rule FIG-7): of ten and
 * more, and of ten or none whom the reader cannot open. Nine of ten of twelve people is one person's time, so that only some steps are told.
 *
 * @param steps the lengths that can be told, the shortest first: a length to the quarter of an hour is somebody's
 */
export function tellLengths(
  counted: CountedLengths,
  steps: readonly number[],
  smallest: SmallestCount = SMALLEST_COUNT,
): ToldLengths {
  const { all } = counted
  const people = peopleIn(all)
  if (people === 0) return { state: 'no-cases' }
  if (isOfFew(counted)) return { state: 'few' }

  const told = stepsToTell(counted, steps, smallest)
  const tell = (length: number | null): ToldLength =>
    length === null ? 'open' : (told.find((step) => step >= length) ?? 'few')
  const { median, p90 } = lengthsOf(all)
  const ranks = medianRanks(people)
  const first = lengthAt(all, ranks.lower) ?? Number.POSITIVE_INFINITY
  return {
    state: 'shown',
    median: tell(median),
    interval: { after: told.findLast((step) => step < first) ?? 0, by: tell(lengthAt(all, ranks.upper)) },
    p90: tell(p90),
    about: inFives(people),
    open: tellOpen(counted, smallest),
  }
}

/** What leaves is told in steps that the page tells as well: two rows of steps put side by side would tell of one to four. */
export function tellLeavingLengths(
  counted: CountedLengths,
  steps: readonly number[],
  smallest: SmallestCount,
): ToldLengths {
  return tellLengths(counted, stepsToTell(counted, steps, SMALLEST_COUNT), smallest)
}

/** The lengths of one month. `estimate`: the median within its step, null where half of them have not come to an end. */
export type MonthLengths = { month: Month } & (
  | { state: 'no-cases' | 'few' }
  | { state: 'shown'; estimate: number | null; about: number; open: ToldCount }
)

/**
 * The median of each month, as far as it may be told, for a chart of the process (rules FIG-7, FIG-9 and FIG-14).
 *
 * Steps are too coarse for a chart: a median that moves from 4 to 8 hours may have moved by a minute. So it is estimated
 * within its step, in proportion, from people in fives: it tells nothing finer than fives do. A month is told in steps that
 * the whole period is told in as well.
 */
export function tellMonthLengths(
  months: readonly ({ month: Month } & CountedLengths)[],
  steps: readonly number[],
): MonthLengths[] {
  const whole = { all: months.flatMap(({ all }) => all), own: months.flatMap(({ own }) => own) }
  const told = stepsToTell(whole, steps, SMALLEST_COUNT)
  return months.map(({ month, ...counted }): MonthLengths => {
    const people = peopleIn(counted.all)
    if (people === 0) return { month, state: 'no-cases' }
    if (isOfFew(counted)) return { month, state: 'few' }
    const own = stepsToTell(counted, told, SMALLEST_COUNT)
    const estimate = estimateMedian(own, (step) => inFives(endedWithin(counted.all, step)), inFives(people))
    return { month, state: 'shown', estimate, about: inFives(people), open: tellOpen(counted, SMALLEST_COUNT) }
  })
}

/** The median of lengths in classes: as far into its class as half is into those who ended in it. */
function estimateMedian(steps: readonly number[], ended: (step: number) => number, people: number): number | null {
  const half = people / 2
  const place = steps.findIndex((step) => ended(step) >= half)
  const by = steps[place]
  if (by === undefined) return null
  const after = steps[place - 1]
  const before = after === undefined ? 0 : ended(after)
  return (after ?? 0) + ((half - before) / (ended(by) - before)) * (by - (after ?? 0))
}

/**
 * The steps that may be told: between one and the one told before at least five came to an end, and none or at least five had not by
 * then; of all, and of those whom the reader cannot open.
 */
function stepsToTell({ all, own }: CountedLengths, steps: readonly number[], smallest: SmallestCount): number[] {
  const [people, others] = [peopleIn(all), peopleIn(all) - peopleIn(own)]
  const told: number[] = []
  for (const step of steps) {
    const before = told.at(-1) ?? -1
    const ended = endedWithin(all, step) - endedWithin(all, before)
    const endedOfOthers = ended - endedWithin(own, step) + endedWithin(own, before)
    const left = people - endedWithin(all, step)
    const leftOfOthers = others - endedWithin(all, step) + endedWithin(own, step)
    const isSome = [endedOfOthers, left, leftOfOthers].some((each) => isSmall(each, smallest))
    if (ended >= smallest && !isSome) told.push(step)
  }
  return told
}

/**
 * Between which ranks does the true median of so many lie, 95 %? Of ten and more, by the normal approximation of the binomial
 * (Campbell and Gardner, BMJ 1988; 296: 1454).
 */
export function medianRanks(people: number): { lower: number; upper: number } {
  const reach = (1.96 * Math.sqrt(people)) / 2
  return { lower: Math.round(people / 2 - reach), upper: Math.round(1 + people / 2 + reach) }
}

function tellOpen({ all, own }: CountedLengths, smallest: SmallestCount): ToldCount {
  const open = sum(all, 'open')
  const parts = [open, open - sum(own, 'open'), peopleIn(all) - open]
  return parts.some((each) => isSmall(each, smallest)) ? 'few' : inFives(open)
}

function isOfFew({ all, own }: CountedLengths): boolean {
  return [peopleIn(all), peopleIn(all) - peopleIn(own)].some((each) => isSmall(each, SMALLEST_DENOMINATOR))
}

/** The length of whoever comes so far in a row from the shortest on. */
function lengthAt(counts: readonly LengthCount[], rank: number): number | null {
  const steps = counts.filter(hasEnded).map(({ detail }) => Number(detail))
  return steps.toSorted((one, other) => one - other).find((step) => endedWithin(counts, step) >= rank) ?? null
}

function endedWithin(counts: readonly LengthCount[], length: number): number {
  return total(counts.filter((each) => hasEnded(each) && Number(each.detail) <= length))
}

function hasEnded({ outcome, detail }: LengthCount): boolean {
  return outcome === 'known' && detail !== MORE
}

function peopleIn(counts: readonly LengthCount[]): number {
  return sum(counts, 'known') + sum(counts, 'open')
}

function sum(counts: readonly LengthCount[], of: string): number {
  return total(counts.filter(({ outcome }) => outcome === of))
}

function total(counts: readonly LengthCount[]): number {
  return counts.reduce((all, { count }) => all + count, 0)
}
