import type { Deed } from '@throughcare/db/as-actor'
import { growPlan, type PlanGrowth } from './grow-plan.ts'

/**
 * The release date moved, or the person went out: recounts the due times of the plan and notes from when to when. Called
 * inside the deed that moved it, after the episode's row was written.
 *
 * @throws AppError `changed-meanwhile` when an item changed under our hands; the deed is undone.
 */
export function moveDueTimes(deed: Deed, episodeId: string, requestId: string | null = null): Promise<PlanGrowth> {
  return growPlan(deed, episodeId, requestId)
}
