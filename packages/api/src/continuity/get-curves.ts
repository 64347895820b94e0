import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type CountedTotal, findTotals } from '@throughcare/db/continuity/totals-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type CurveTotal, curveTotal } from '@throughcare/domain/continuity/curve/curve-of-totals'
import { CURVE_TABLE, CURVES, type Curve } from '@throughcare/domain/continuity/curve/curves'
import {
  CURVE_BREAKDOWNS,
  type CurveBreakdown,
  type CurvesInput,
} from '@throughcare/domain/continuity/curve/curves-input'
import {
  type CurveGroup,
  type ShownCurve,
  type ShownCurves,
  showCurves,
} from '@throughcare/domain/continuity/curve/show-curves'
import { type Month, windowMonths } from '@throughcare/domain/continuity/report-window'
import { CATEGORIES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

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
}

/** The group of everybody. */
const ALL = 'all'

/**
 * How long people waited, over the whole period of the figures: one curve of the actor's own scope, everybody together and
 * told apart, as far as it may be shown (rules FIG-7 and FIG-8). Read from the totals that are kept as things happen.
 *
 * @throws AppError `not-allowed` when the curve's category is closed to the actor's kind of service
 */
export async function getCurves(actor: Actor, { curve: asked, breakdown: by }: CurvesInput): Promise<CurvesPage> {
  const curves = CURVES.filter((each) => isSeenBy(actor, CURVE_TABLE[each].category))
  const curve = asked ?? curves[0]
  if (!curve || !curves.includes(curve)) throw new AppError('not-allowed')
  const breakdowns = CURVE_BREAKDOWNS.filter((each) => isToldApartBy(actor, each))
  const breakdown = by !== null && breakdowns.includes(by) ? by : null

  const now = await asActor(actor, async (deed) => deed.now)
  const months = windowMonths(plainDateIn(now, getZone(actor.serviceTimeZone)))
  const [first = '', last = first] = [months[0], months.at(-1)]
  const question = {
    measures: [`curve-${curve}`],
    breakdowns: [ALL, ...(breakdown === null ? [] : [breakdown])],
    from: first,
    to: last,
    byMonth: false,
  }
  const { totals, prisons, countedUntil } = await findTotals(
    actor,
    // Whom the reader can open one by one, he can take away: nothing small may be left then either.
    [question, { ...question, isOwn: true }],
    'continuity.curves',
  )
  return {
    curve,
    curves,
    breakdowns,
    breakdown,
    overall: showCurves(groupsOf(totals, ALL)).shown[0] ?? null,
    groups: breakdown === null ? null : showCurves(groupsOf(totals, breakdown)),
    prisons,
    months: { first, last },
    countedUntil: countedUntil.toISOString(),
  }
}

/** A region counts what the figures ask, in every case. */
function isSeenBy({ serviceKind }: Actor, category: string): boolean {
  const open: readonly string[] = CATEGORIES_OF_KIND[serviceKind as ServiceKind]
  return serviceKind === 'region' || open.includes(category)
}

/** A prison is one prison, and a medicine is told where treatment is. */
function isToldApartBy(actor: Actor, breakdown: CurveBreakdown): boolean {
  if (breakdown === 'prison') return actor.serviceKind !== 'prison-health'
  return breakdown !== 'medicine' || isSeenBy(actor, 'omt')
}

function groupsOf(totals: readonly CountedTotal[], breakdown: string): CurveGroup[] {
  const mine = totals.filter((total) => total.breakdown === breakdown)
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
