import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import type { StoredCover, StoredCoverPlan } from '@throughcare/db/cover-plan/stored-cover'
import { AppError } from '../app-error.ts'

/** The refusal that shows the plan as it stands now; null where none does. */
export function planChanged(current: StoredCoverPlan | null, seenVersion: number | null): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        planId: current?.id ?? null,
        version: current?.version ?? null,
        way: current?.way ?? null,
        byService: current?.byService.name ?? null,
        byName: current?.byName ?? null,
        byDay: current?.byDay ?? null,
        signedName: current?.signedName ?? null,
        signedOn: current?.signedOn ?? null,
      },
      changedBy: current?.signedBy ?? current?.decidedBy ?? null,
      changedAt: current?.decidedAt ?? null,
    },
  })
}

/** The same after a guarded write found another version: reads what stands now. */
export async function planChangedMeanwhile(
  deed: Deed<Actor>,
  episodeId: string,
  seenVersion: number | null,
): Promise<AppError> {
  return planChanged((await findCover(deed, episodeId))?.plan ?? null, seenVersion)
}

/**
 * The living plan that the page showed, in the version that it showed.
 *
 * @throws AppError `not-found` when the case never had such a plan · `changed-meanwhile`
 */
export function getSeenPlan(stored: StoredCover, planId: string, seenVersion: number): StoredCoverPlan {
  const { plan, endedPlans } = stored
  if (plan?.id === planId && plan.version === seenVersion) return plan
  if (plan?.id !== planId && !endedPlans.some((each) => each.id === planId)) throw new AppError('not-found')
  throw planChanged(plan, seenVersion)
}
