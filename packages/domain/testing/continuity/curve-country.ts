import type { CurveTotal } from '../../src/continuity/curve/curve-of-totals.ts'
import type { Curve } from '../../src/continuity/curve/curves.ts'
import { CURVE_BREAKDOWNS } from '../../src/continuity/curve/curves-input.ts'
import type { CurveGroup } from '../../src/continuity/curve/show-curves.ts'

/** One person of a scope, as the curves count him, with the figures that he met. */
export type CurvePerson = {
  isOwn: boolean
  curves: readonly (CurveTotal & { curve: Curve })[]
  met: readonly string[]
  groups: readonly { breakdown: string; value: string }[]
}

/** Of one curve the groups of each breakdown, and who of the group both had the event in time and met the figure of the same event. */
export type CurvesOfScope = {
  breakdowns: readonly string[]
  groupsOf: (curve: Curve, breakdown: string) => (Required<CurveGroup> & { both: number; bothOwn: number })[]
}

/** The figure that counts the same event, and up to when. */
export const FIGURE_OF_CURVE: Partial<Record<Curve, { indicator: string; hours: number }>> = {
  'first-dose': { indicator: 'dose-within-48-hours', hours: 48 },
  'treatment-start': { indicator: 'treatment-within-21-days', hours: 504 },
}

/** What the pages of curves of one scope are drawn from. */
export function curvesOf(people: readonly CurvePerson[]): CurvesOfScope {
  return {
    breakdowns: CURVE_BREAKDOWNS.filter((breakdown) =>
      people.some(({ groups }) => groups.some((group) => group.breakdown === breakdown)),
    ),
    groupsOf: (curve, breakdown) => {
      const groups = new Map<string, { all: Bins; own: Bins; both: number; bothOwn: number }>()
      for (const { isOwn, curves, met, groups: of } of people) {
        const value = of.find((group) => group.breakdown === breakdown)?.value
        if (value === undefined) continue
        const group = groups.get(value) ?? { all: new Map(), own: new Map(), both: 0, bothOwn: 0 }
        groups.set(value, group)
        for (const total of curves.filter((each) => each.curve === curve)) {
          add(group.all, total)
          if (isOwn) add(group.own, total)
          const figure = FIGURE_OF_CURVE[curve]
          if (!figure || total.end !== 'event' || total.hours > figure.hours || !met.includes(figure.indicator))
            continue
          group.both += 1
          if (isOwn) group.bothOwn += 1
        }
      }
      return [...groups].map(([value, { all, own, ...both }]) => ({
        value,
        totals: [...all.values()],
        known: [...own.values()],
        ...both,
      }))
    },
  }
}

type Bins = Map<string, CurveTotal & { count: number }>

function add(bins: Bins, { end, hours, count }: CurveTotal): void {
  const key = `${end} ${hours}`
  bins.set(key, { end, hours, count: count + (bins.get(key)?.count ?? 0) })
}
