import { aalenJohansen, type CompetingStep } from './aalen-johansen.ts'
import { CURVE_ENDS, type Curve, type CurveEnd } from './curves.ts'
import { type CurveMedian, type CurveStep, kaplanMeier, medianOf } from './kaplan-meier.ts'
import { type LogRank, logRank } from './log-rank.ts'
import type { ObservedTime } from './observed-time.ts'

/** So many were waited with for so long, and it ended so; null: it had not ended when they were last watched. */
export type CurveTotal = { readonly end: CurveEnd | null; readonly hours: number; readonly count: number }

/** The whole truth about one group, for those who may count everybody in it: it goes through `showCurves` before anybody sees it. */
export type EstimatedCurve = {
  /** Share without the event so far, by Kaplan and Meier, at each hour at which anything happened. Times in minutes. */
  steps: CurveStep[]
  /** Shares by end, by Aalen and Johansen, at the same hours. */
  competing: CompetingStep<CurveEnd>[]
  /** Minutes. */
  median: CurveMedian
}

const MINUTES = 60

/** The total that marks of the roll-up add up to; null for a mark of another measure. */
export function curveTotal(
  { measure, outcome, detail }: { measure: string; outcome: string; detail: string },
  count: number,
): (CurveTotal & { curve: Curve }) | null {
  const hours = Number(/^h(\d+)$/.exec(detail)?.[1] ?? Number.NaN)
  if (!measure.startsWith('curve-') || Number.isNaN(hours)) return null
  const end = CURVE_ENDS.find((each) => each === outcome) ?? null
  return { curve: measure.slice('curve-'.length) as Curve, end, hours, count }
}

/** The curve of one group, from totals of its bins (rule FIG-8). */
export function curveOfTotals(totals: readonly CurveTotal[]): EstimatedCurve {
  const steps = kaplanMeier(justEvents(totals))
  return { steps, competing: aalenJohansen(observedOf(totals), CURVE_ENDS), median: medianOf(steps) }
}

/** How far apart are these groups (rule FIG-8)? A number, never a verdict. */
export function compareGroups(groups: readonly (readonly CurveTotal[])[]): LogRank {
  return logRank(groups.map(justEvents))
}

function observedOf(totals: readonly CurveTotal[]): ObservedTime<CurveEnd>[] {
  return totals.map(({ end, hours, count }) => ({ time: hours * MINUTES, end, count }))
}

/** For the event alone, whoever died or went back inside is out of sight from then on. */
function justEvents(totals: readonly CurveTotal[]): ObservedTime<'event'>[] {
  return observedOf(totals).map(({ time, end, count = 1 }) => ({ time, end: end === 'event' ? end : null, count }))
}
