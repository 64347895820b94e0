import type { ContinuityFacts } from './continuity-facts.ts'
import { CATEGORY_OF_INDICATOR } from './indicator-categories.ts'
import type { LengthIndicator } from './indicators.ts'
import type { Mark } from './marks.ts'
import { SMALLEST_DENOMINATOR } from './rate.ts'
import { isSmall, ROUNDED_TO, SMALLEST_COUNT } from './small-counts.ts'

/** Hours from sending to acknowledgement are kept by the quarter hour up to four, by the hour up to three days, by the day up to two weeks. */
export const HOUR_STEPS: readonly number[] = [
  ...Array.from({ length: 16 }, (_, index) => (index + 1) / 4),
  ...Array.from({ length: 68 }, (_, index) => index + 5),
  ...Array.from({ length: 11 }, (_, index) => (index + 4) * 24),
]
/** Days without a medicine are kept by the day up to thirty. */
export const DAY_STEPS: readonly number[] = Array.from({ length: 31 }, (_, index) => index)

/** Longer than the last step. */
export const MORE = 'more'

const HOUR = 3_600_000

/**
 * I7: from sending to whoever first had it, one mark for each chain that was sent (rule FIG-14). What nobody has acknowledged is
 * longer than anything: silence does not shorten a median. What the sender took back unanswered is told beside it.
 */
export function acknowledgeMarks({ handoffs }: ContinuityFacts, now: Date): Mark[] {
  return handoffs.flatMap(({ area, sentAt, acknowledgedAt, isRevoked }): Mark[] => {
    if (sentAt === null || sentAt > now) return []
    const mark = {
      measure: 'hours-to-acknowledge',
      category: area === 'partner' ? 'partner' : CATEGORY_OF_INDICATOR['hours-to-acknowledge'],
    } as const
    if (acknowledgedAt === null)
      return [
        isRevoked ? { ...mark, outcome: 'left-out', detail: 'revoked' } : { ...mark, outcome: 'open', detail: MORE },
      ]
    return [
      { ...mark, outcome: 'known', detail: stepOf((acknowledgedAt.getTime() - sentAt.getTime()) / HOUR, HOUR_STEPS) },
    ]
  })
}

/** I13: days without a medicine against HIV or hepatitis C, one mark for each that was under way at release (rule FIG-17). */
export function supplyMarks({ supplyGaps }: ContinuityFacts): Mark[] {
  const mark = { measure: 'hiv-hcv-supply-gap', category: CATEGORY_OF_INDICATOR['hiv-hcv-supply-gap'] } as const
  return supplyGaps.map((days) =>
    days === null
      ? { ...mark, outcome: 'open', detail: MORE }
      : { ...mark, outcome: 'known', detail: stepOf(days, DAY_STEPS) },
  )
}

/** The first step that is not shorter. */
function stepOf(length: number, steps: readonly number[]): string {
  const step = steps.find((each) => length <= each)
  return step === undefined ? MORE : String(step)
}

/** What a row of lengths tells: at most so long for half of them, and for nine of ten. Null: not so many have come to an end. */
export type Lengths = { median: number | null; p90: number | null; known: number; open: number }

/**
 * Median and 90th percentile of lengths that are kept in steps: the step within which the share is reached. What is open is longer
 * than all others; over nothing at all there is no median.
 */
export function lengthsOf(counts: readonly { outcome: string; detail: string; count: number }[]): Lengths {
  const sum = (of: string) => counts.filter(({ outcome }) => outcome === of).reduce((all, { count }) => all + count, 0)
  const [known, open] = [sum('known'), sum('open')]
  const steps = counts
    .filter(({ outcome, detail }) => outcome === 'known' && detail !== MORE)
    .map(({ detail, count }) => ({ step: Number(detail), count }))
    .toSorted((left, right) => left.step - right.step)
  const reached = (share: number): number | null => {
    let seen = 0
    for (const { step, count } of steps) {
      seen += count
      if (seen >= share * (known + open)) return step
    }
    return null
  }
  return { median: reached(0.5), p90: reached(0.9), known, open }
}

/** Lengths as they may be shown. */
export type ToldLengths =
  | { state: 'no-cases' | 'few' }
  | { state: 'shown'; median: ToldLength; p90: ToldLength; about: number }

/** In these steps lengths are told: hours to an acknowledgement, days without a medicine. */
export const TOLD_STEPS = {
  'hours-to-acknowledge': [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336],
  'hiv-hcv-supply-gap': [0, 1, 2, 3, 5, 7, 14, 21, 30],
} as const satisfies Record<LengthIndicator, readonly number[]>

/** Within so many hours or days; `open`: not so many have come to an end; `few`: it would be the length of fewer than five. */
export type ToldLength = number | 'open' | 'few'

type LengthCount = { outcome: string; detail: string; count: number }

/**
 * Median and 90th percentile as they may be told to whoever can open `own` of these one by one (rule FIG-7): of ten and more, and
 * of ten or none whom the reader cannot open. A step is told only if between it and the one told before at least five came to an end, and
 * none or at least five had not by then: nine of ten of twelve people is one person's time.
 *
 * @param steps the lengths that can be told, the shortest first: a length to the quarter of an hour is somebody's
 */
export function tellLengths(
  counts: readonly LengthCount[],
  own: readonly LengthCount[],
  steps: readonly number[],
): ToldLengths {
  const { median, p90, known, open } = lengthsOf(counts)
  const of = (from: readonly LengthCount[], upTo: number) =>
    from.reduce((all, { outcome, detail, count }) => {
      const step = outcome === 'open' || detail === MORE ? Number.POSITIVE_INFINITY : Number(detail)
      return all + (outcome !== 'left-out' && step <= upTo ? count : 0)
    }, 0)
  const people = [known + open, known + open - of(own, Number.POSITIVE_INFINITY)]
  if (people[0] === 0) return { state: 'no-cases' }
  if (people.some((each) => isSmall(each, SMALLEST_DENOMINATOR))) return { state: 'few' }

  const told: number[] = []
  for (const step of steps) {
    const before = told.at(-1) ?? -1
    const ended = [of(counts, step) - of(counts, before)]
    ended.push((ended[0] ?? 0) - of(own, step) + of(own, before))
    const left = people.map((each, place) => each - of(counts, step) + (place === 0 ? 0 : of(own, step)))
    const isEnough = (ended[0] ?? 0) >= SMALLEST_COUNT
    if (isEnough && ![...ended, ...left].some((each) => isSmall(each, SMALLEST_COUNT))) told.push(step)
  }
  const tell = (length: number | null): ToldLength =>
    length === null ? 'open' : (told.find((step) => step >= length) ?? 'few')
  const about = Math.round((known + open) / ROUNDED_TO) * ROUNDED_TO
  return { state: 'shown', median: tell(median), p90: tell(p90), about }
}
