import { inFives, isSmall, SMALLEST_COUNT } from '../small-counts.ts'
import { type CurveGroup, type ShownCurves, showCurves } from './show-curves.ts'
import type { PeopleBetween } from './told-by-figures.ts'

/** One way of telling people apart, and what the figures tell of its groups. */
export type CurvesApart = {
  groups: readonly CurveGroup[]
  /** Whether a group may be told at all: what the figures hide is on no curve. */
  isTold: (value: string) => boolean
  /** Between what exact counts of the figures its people lie. */
  between: (value: string) => PeopleBetween
}

/** As far as a number in fives can be from the number itself. */
const HALF_A_FIVE = 2

const NOTHING = { shown: [], logRank: null, moments: [] }

/**
 * The curves of every breakdown, as far as they may be told beside one another and beside the figures (rules FIG-7 and FIG-8).
 *
 * Everybody is told in fives, and so is each group. Groups that all lie at the same end of their fives leave one number alone for each of
 * them; and everybody has to agree with all breakdowns at once. Where that, beside an exact count of the figures, would tell of a
 * few, as who was back inside before the 48 hours, the breakdown is not told.
 *
 * @param people everybody of the curve
 * @param moments at which everybody is told
 */
export function showApart(
  people: number,
  moments: readonly number[],
  apart: ReadonlyMap<string, CurvesApart>,
): Map<string, ShownCurves> {
  const told = new Map(
    [...apart].map(([name, { groups, isTold }]) => [name, showCurves(groups, { within: moments, isTold })]),
  )
  for (;;) {
    const pinned = pinnedAmong(people, apart, told)
    if (pinned.length === 0) return told
    for (const name of pinned)
      told.set(name, { ...NOTHING, hidden: (apart.get(name)?.groups ?? []).map(({ value }) => value) })
  }
}

function pinnedAmong(
  people: number,
  apart: ReadonlyMap<string, CurvesApart>,
  told: ReadonlyMap<string, ShownCurves>,
): string[] {
  const breakdowns = [...apart].flatMap(([name, { groups, between }]) => {
    const { shown = [], hidden = [] } = told.get(name) ?? {}
    // What is left over is told by nothing: it can be any number.
    if (shown.length === 0 || hidden.length > 0) return []
    const edges = groups.filter(({ totals }) => totals.length > 0).map((group) => edgesOf(group, between(group.value)))
    return [{ name, edges, lower: sum(edges.map(({ lower }) => lower)), upper: sum(edges.map(({ upper }) => upper)) }]
  })
  const all = inFives(people)
  const fewest = Math.max(all - HALF_A_FIVE, ...breakdowns.map(({ lower }) => lower))
  const most = Math.min(all + HALF_A_FIVE, ...breakdowns.map(({ upper }) => upper))
  return breakdowns.flatMap(({ name, edges, lower, upper }) => {
    const isTelling = (edge: 'lower' | 'upper') =>
      edges.some(
        (each) => isSmall(each[edge] - each.least, SMALLEST_COUNT) || isSmall(each.most - each[edge], SMALLEST_COUNT),
      )
    return (lower >= most && isTelling('lower')) || (upper <= fewest && isTelling('upper')) ? name : []
  })
}

function edgesOf({ totals }: CurveGroup, { least, most }: PeopleBetween) {
  const people = inFives(sum(totals.map(({ count }) => count)))
  return { least, most, lower: Math.max(people - HALF_A_FIVE, least), upper: Math.min(people + HALF_A_FIVE, most) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
