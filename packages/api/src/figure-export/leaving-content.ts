import { type LeavingFigures, leavingFigure } from '@throughcare/domain/figure-export/leaving-figures'
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
  }
}
