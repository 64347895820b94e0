import type { Actor } from '@throughcare/db/actor'
import type { CountedTotal } from '@throughcare/db/continuity/totals-repository'
import { type CurveTotal, curveTotal } from '@throughcare/domain/continuity/curve/curve-of-totals'
import { CURVE_TABLE, CURVES, type Curve } from '@throughcare/domain/continuity/curve/curves'
import {
  CURVE_BREAKDOWNS,
  type CurveBreakdown,
  type CurvesInput,
} from '@throughcare/domain/continuity/curve/curves-input'
import { showApart } from '@throughcare/domain/continuity/curve/show-apart'
import {
  type CurveGroup,
  type ShownCurve,
  type ShownCurves,
  showCurves,
} from '@throughcare/domain/continuity/curve/show-curves'
import { isToldByFigures, peopleBetween } from '@throughcare/domain/continuity/curve/told-by-figures'
import type { Month } from '@throughcare/domain/continuity/report-window'
import { SMALLEST_COUNT } from '@throughcare/domain/continuity/small-counts'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import { CATEGORIES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { readFigures } from './read-figures.ts'

export type CurvesPage = {
  curve: Curve
  /** The curves that this kind of service may be told of, in the order of the page. */
  curves: Curve[]
  /** By what people can be told apart here. */
  breakdowns: CurveBreakdown[]
  breakdown: CurveBreakdown | null
  /** Everybody together. Null: too few to show. */
  overall: ShownCurve | null
  /** Told apart by the breakdown. Null where none was asked for. */
  groups: ShownCurves | null
  prisons: { id: string; name: string }[]
  /** The first and the last month. */
  months: { first: Month; last: Month }
  /** Everything that happened before this is counted. ISO 8601. */
  countedUntil: string
  readFrom: ReadFrom
}

/** The group of everybody. */
export const ALL_CURVES = 'all'

/**
 * How long people waited, over the whole period of the figures: one curve of the actor's own scope, everybody together and
 * told apart, as far as it may be shown (rules FIG-7 and FIG-8). Read from the totals that are kept as things happen.
 *
 * @throws AppError `not-allowed` when the curve's category is closed to the actor's kind of service
 */
export async function getCurves(actor: Actor, { curve: asked, breakdown: by }: CurvesInput): Promise<CurvesPage> {
  const curves = curvesOf(actor.serviceKind as ServiceKind)
  const curve = asked ?? curves[0]
  if (!curve || !curves.includes(curve)) throw new AppError('not-allowed')
  const breakdowns = CURVE_BREAKDOWNS.filter((each) => isToldApartBy(actor, each))
  const breakdown = by !== null && breakdowns.includes(by) ? by : null

  const question = {
    measures: [`curve-${curve}`],
    // What may be told of one breakdown hangs on all of them: each adds up to everybody.
    breakdowns: [ALL_CURVES, ...(breakdown === null ? [] : breakdowns)],
    from: null,
    to: null,
    byMonth: false,
  }
  // Whom the reader can open one by one, he can take away: nothing small may be left then either.
  const extra = [question, { ...question, isOwn: true }]
  const { totals, prisons, countedUntil, window, shown, readFrom } = await readFigures(
    actor,
    'continuity.curves',
    SMALLEST_COUNT,
    extra,
  )
  const isTold = (by: string) => (value: string) => isToldByFigures(shown, curve, { breakdown: by, value })
  const everybody = curveGroups(totals, curve, ALL_CURVES)
  const overall = showCurves(everybody, { isTold: isTold(ALL_CURVES) })
  const apart = (by: CurveBreakdown) => ({
    groups: curveGroups(totals, curve, by),
    isTold: isTold(by),
    between: (value: string) => peopleBetween(shown, curve, { breakdown: by, value }),
  })
  return {
    curve,
    curves,
    breakdowns,
    breakdown,
    overall: overall.shown[0] ?? null,
    groups:
      breakdown === null
        ? null
        : (showApart(
            everybody.flatMap((group) => group.totals).reduce((sum, { count }) => sum + count, 0),
            overall.moments,
            new Map(breakdowns.map((by) => [by, apart(by)])),
          ).get(breakdown) ?? null),
    prisons,
    months: { first: window[0] ?? '', last: window.at(-1) ?? '' },
    countedUntil: countedUntil.toISOString(),
    readFrom,
  }
}

/** The curves that a service of this kind may be told of. */
export function curvesOf(kind: ServiceKind): Curve[] {
  return CURVES.filter((each) => isSeenBy(kind, CURVE_TABLE[each].category))
}

/** A region counts what the figures ask, in every case. */
function isSeenBy(kind: ServiceKind, category: string): boolean {
  const open: readonly string[] = CATEGORIES_OF_KIND[kind]
  return kind === 'region' || open.includes(category)
}

/** A prison is one prison, and a medicine is told where treatment is. */
function isToldApartBy(actor: Actor, breakdown: CurveBreakdown): boolean {
  if (breakdown === 'prison') return actor.serviceKind !== 'prison-health'
  return breakdown !== 'medicine' || isSeenBy(actor.serviceKind as ServiceKind, 'omt')
}

/** What was counted of a curve, by the groups of a breakdown. */
export function curveGroups(totals: readonly CountedTotal[], curve: Curve, breakdown: string): CurveGroup[] {
  // What hangs on a partner is known to some hats alone: curves that all of them see do not move with it.
  const mine = totals.filter(
    (total) => total.measure === `curve-${curve}` && total.breakdown === breakdown && total.category !== 'partner',
  )
  return [...Map.groupBy(mine, ({ value }) => value)].map(([value, group]) => ({
    value,
    totals: group.filter(({ isOwn }) => !isOwn).flatMap(totalOf),
    known: group.filter(({ isOwn }) => isOwn).flatMap(totalOf),
  }))
}

function totalOf(counted: CountedTotal): CurveTotal[] {
  const total = curveTotal(counted, counted.count)
  return total ? [total] : []
}
