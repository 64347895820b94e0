import { indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import { SMALLEST_LEAVING } from '@throughcare/domain/continuity/small-counts'
import { type LeavingFigures, leavingFigure } from '@throughcare/domain/figure-export/leaving-figures'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { type Measured, reportFigures } from '../continuity/measure-releases.ts'

/**
 * The page of figures as it leaves: every figure that a service of this kind may see, whole, with counts under ten and every way to one
 * taken out of all of it together (rule FIG-7). Whoever chooses leaves out lines of it; nothing is counted anew for a choice.
 */
export function leavingContent(
  measured: Measured,
  { serviceName, serviceKind }: { serviceName: string; serviceKind: string },
): LeavingFigures {
  const kind = serviceKind as ServiceKind
  return {
    serviceName,
    scope: kind === 'prison-health' ? 'prison' : kind === 'region' ? 'region' : 'service',
    months: measured.months,
    countedAt: measured.now.toISOString(),
    figures: reportFigures(measured, indicatorsOf(kind), SMALLEST_LEAVING).map((report) =>
      leavingFigure(report, measured.prisons),
    ),
  }
}
