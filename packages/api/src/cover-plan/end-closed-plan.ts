import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import { recordPlanEnd } from '@throughcare/db/cover-plan/cover-plan-writing'
import { type CoverOfCase, coverOfCase } from './cover-of-case.ts'

/**
 * Ends the living plan where what was recorded in this transaction left no day without cover: a plan is against a gap. It
 * stays on record, with who closed the gap.
 *
 * @returns whether the gap is closed now.
 */
export async function endClosedPlan(deed: Deed<Actor>, episodeId: string, before: CoverOfCase): Promise<boolean> {
  const stored = await findCover(deed, episodeId)
  if (!stored) return false
  const { gap } = await coverOfCase(deed, before.found, stored)
  if (gap !== null) return false
  if (stored.plan)
    await recordPlanEnd(deed, { episodeId, planId: stored.plan.id, version: stored.plan.version }, 'gap-closed')
  return true
}
