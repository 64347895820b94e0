import type { Actor, SystemActor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findFigureAnnotations } from '@throughcare/db/figure-annotation/figure-annotation-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import { BREAKDOWNS } from '@throughcare/domain/continuity/breakdowns'
import { flowOfGroups } from '@throughcare/domain/continuity/flow/flow-report'
import { CATEGORY_OF_INDICATOR } from '@throughcare/domain/continuity/indicator-categories'
import { SMALLEST_LEAVING } from '@throughcare/domain/continuity/small-counts'
import {
  type LeavingBreakdown,
  type LeavingFigures,
  type LeavingGroup,
  leavingFigure,
} from '@throughcare/domain/figure-export/leaving-figures'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { readBarriers } from '../barrier/report-barriers.ts'
import { reportOf } from '../continuity/get-report.ts'
import type { FigurePlace, ReadFigures } from '../continuity/read-figures.ts'
import { leavingBeside, mayLeave } from './leaving-beside.ts'

/**
 * The page of figures as it leaves: every figure that the service may see, whole, with counts under ten and every way to one taken out of
 * all pages of figures together (rule FIG-7). Whoever chooses leaves out lines of it; nothing is counted anew for a choice.
 *
 * @param figures read with ten as the smallest count
 */
export function leavingContent(
  figures: Omit<ReadFigures, 'readFrom'>,
  { serviceName, serviceKind, annotations, barriers }: LeavingPlace,
): LeavingFigures {
  const { scope, months, prisons, indicators } = figures
  const countedAt = figures.countedUntil.toISOString()
  return {
    serviceName,
    scope,
    months,
    countedAt,
    figures: indicators
      .filter((indicator) => mayLeave(CATEGORY_OF_INDICATOR[indicator]))
      .map((indicator) => leavingFigure(reportOf(figures, indicator), { countedAt, prisons, annotations })),
    groups: LEAVING_BREAKDOWNS.flatMap((breakdown) => groupsOf(figures, breakdown)),
    beside: leavingBeside(figures, { kind: serviceKind as ServiceKind, barriers }),
  }
}

/** Whose page leaves, and what is read for it beside the figures. */
export type LeavingPlace = Pick<FigurePlace, 'serviceName' | 'serviceKind'> & Awaited<ReturnType<typeof readLeaving>>

/** What is written on the charts of the service, and what stands in people's way where the actor may be told. */
export async function readLeaving(
  deed: Deed<Actor | SystemActor>,
  { serviceKind, serviceTimeZone }: Pick<FigurePlace, 'serviceKind' | 'serviceTimeZone'>,
) {
  const asked = { timeZone: serviceTimeZone, months: BARRIER_MONTHS, smallest: SMALLEST_LEAVING } as const
  const page = mayEver('manager', serviceKind as ServiceKind, 'barrier.report') ? await readBarriers(deed, asked) : null
  return {
    annotations: await findFigureAnnotations(deed),
    barriers: page && {
      total: page.total,
      byProgramme: page.byProgramme.map(({ name, ...line }) => ({ ...line, key: name })),
      byCode: page.byCode,
      byLevel: page.byLevel,
    },
  }
}

/** Barriers leave for as long as a page of them begins with. */
const BARRIER_MONTHS = 12

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
