import type { Actor } from '@throughcare/db/actor'
import { breakdownsOf } from '@throughcare/domain/continuity/breakdowns'
import { curveMarks } from '@throughcare/domain/continuity/curve/curve-marks'
import { type CurveTotal, curveTotal } from '@throughcare/domain/continuity/curve/curve-of-totals'
import { CURVE_TABLE, CURVES, type Curve } from '@throughcare/domain/continuity/curve/curves'
import {
  CURVE_BREAKDOWNS,
  type CurveBreakdown,
  type CurvesInput,
} from '@throughcare/domain/continuity/curve/curves-input'
import { type ShownCurve, type ShownCurves, showCurves } from '@throughcare/domain/continuity/curve/show-curves'
import type { Month } from '@throughcare/domain/continuity/report-window'
import { CATEGORIES_OF_KIND, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { type MeasuredRelease, measureReleases, openIn } from './measure-releases.ts'

export type CurvesPage = {
  curve: Curve
  /** The curves that this kind of service may be told of, in the order of the page. */
  curves: Curve[]
  /** By what they can be told apart here: every breakdown with more than one group. */
  breakdowns: CurveBreakdown[]
  breakdown: CurveBreakdown | null
  /** Everybody together. Null: too few to show. */
  overall: ShownCurve | null
  /** Told apart by the breakdown. Null where none was asked for. */
  groups: ShownCurves | null
  prisons: { id: string; name: string }[]
  months: Month[]
  /** As of when. ISO 8601. */
  countedAt: string
}

/**
 * How long people waited, over the whole period of the figures: one curve of the actor's own scope, everybody together and
 * told apart, as far as it may be shown (rules FIG-7 and FIG-8).
 *
 * @throws AppError `not-allowed` when the curve's category is closed to the actor's kind of service
 */
export async function getCurves(actor: Actor, { curve: asked, breakdown }: CurvesInput): Promise<CurvesPage> {
  const open = CATEGORIES_OF_KIND[actor.serviceKind as ServiceKind] as readonly string[]
  const curves = CURVES.filter((each) => isSeenBy(actor, CURVE_TABLE[each].category, open))
  const curve = asked ?? curves[0]
  if (!curve || !curves.includes(curve)) throw new AppError('not-allowed')
  const measured = await measureReleases(actor, 'continuity.curves')
  const told = openIn(measured, CURVE_TABLE[curve].category).map((release) => ({
    totals: totalsOf(release, curve, measured.now),
    groups: groupsOf(release),
  }))
  const groups = told.flatMap((each) => each.groups)
  const breakdowns = CURVE_BREAKDOWNS.filter(
    (by) => new Set(groups.flatMap((each) => (each.breakdown === by ? each.value : []))).size > 1,
  )
  const totals = told.flatMap((each) => each.totals)
  return {
    curve,
    curves,
    breakdowns,
    breakdown: breakdown !== null && breakdowns.includes(breakdown) ? breakdown : null,
    overall: showCurves([{ value: 'all', totals: addUp(totals) }]).shown[0] ?? null,
    groups: breakdown !== null && breakdowns.includes(breakdown) ? toldApart(told, breakdown) : null,
    prisons: measured.prisons,
    months: measured.months,
    countedAt: measured.now.toISOString(),
  }
}

/** A region counts what the figures ask, in every case. */
function isSeenBy({ serviceKind }: Actor, category: string, open: readonly string[]): boolean {
  return serviceKind === 'region' || open.includes(category)
}

function totalsOf({ facts }: MeasuredRelease, curve: Curve, now: Date): CurveTotal[] {
  return curveMarks(facts, now).flatMap((mark) => {
    const total = curveTotal(mark, 1)
    return total?.curve === curve ? [total] : []
  })
}

function groupsOf({ prisonId, facts }: MeasuredRelease) {
  return [{ breakdown: 'prison', value: prisonId }, ...breakdownsOf(facts)]
}

type Told = { totals: CurveTotal[]; groups: { breakdown: string; value: string }[] }

function toldApart(told: readonly Told[], breakdown: string): ShownCurves {
  const byValue = new Map<string, CurveTotal[]>()
  for (const { totals, groups } of told)
    for (const { value } of groups.filter((each) => each.breakdown === breakdown))
      byValue.set(value, [...(byValue.get(value) ?? []), ...totals])
  return showCurves([...byValue].map(([value, totals]) => ({ value, totals: addUp(totals) })))
}

/** One total for each end and hour. */
function addUp(totals: readonly CurveTotal[]): CurveTotal[] {
  const sums = new Map<string, CurveTotal>()
  for (const total of totals) {
    const key = `${total.end} ${total.hours}`
    sums.set(key, { ...total, count: (sums.get(key)?.count ?? 0) + total.count })
  }
  return [...sums.values()]
}
