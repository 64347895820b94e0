import { BREAKDOWNS } from '@throughcare/domain/continuity/breakdowns'
import { flowOfGroups } from '@throughcare/domain/continuity/flow/flow-report'
import {
  type LeavingBreakdown,
  type LeavingFigures,
  type LeavingGroup,
  leavingFigure,
} from '@throughcare/domain/figure-export/leaving-figures'
import { reportOf } from '../continuity/get-report.ts'
import type { ReadFigures } from '../continuity/read-figures.ts'

/**
 * The page of figures as it leaves: every figure that the service may see, whole, with counts under ten and every way to one taken out of
 * all pages of figures together (rule FIG-7). Whoever chooses leaves out lines of it; nothing is counted anew for a choice.
 *
 * @param figures read with ten as the smallest count
 */
export function leavingContent(
  figures: Omit<ReadFigures, 'readFrom'>,
  { serviceName }: { serviceName: string },
): LeavingFigures {
  return {
    serviceName,
    scope: figures.scope,
    months: figures.months,
    countedAt: figures.countedUntil.toISOString(),
    figures: figures.indicators.map((indicator) => leavingFigure(reportOf(figures, indicator), figures.prisons)),
    groups: LEAVING_BREAKDOWNS.flatMap((breakdown) => groupsOf(figures, breakdown)),
  }
}

const LEAVING_BREAKDOWNS: readonly LeavingBreakdown[] = ['prison', ...BREAKDOWNS.filter((each) => each !== 'area')]

/** Groups of ten and more, prisons by name, of which it may be told how many there are. */
function groupsOf(
  { shown, steps, prisons, scope }: Omit<ReadFigures, 'readFrom'>,
  breakdown: LeavingBreakdown,
): LeavingGroup[] {
  if (breakdown === scope) return []
  return flowOfGroups(shown, breakdown, steps).flatMap((group) => {
    if (group.released === 'hidden') return []
    const value = breakdown === 'prison' ? (prisons.find(({ id }) => id === group.value)?.name ?? '') : group.value
    return [{ ...group, breakdown, value }]
  })
}
