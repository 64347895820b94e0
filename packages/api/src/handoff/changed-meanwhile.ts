import type { Deed } from '@throughcare/db/as-actor'
import { findHandoff, findLastMove, type Handoff } from '@throughcare/db/handoff/handoff-repository'
import { AppError } from '../app-error.ts'

/**
 * The refusal for whoever came second: what was on their screen, what stands now, who moved it and when. Somebody who no
 * longer holds an end of it learns nothing.
 */
export async function handoffChangedMeanwhile(deed: Deed, handoffId: string, seenVersion: number): Promise<AppError> {
  const current = await findHandoff(deed, handoffId)
  if (!current) return new AppError('not-found')
  return changedTo(deed, current, { version: seenVersion })
}

/** The same where something else than a version was seen: that an area had not been sent. */
export async function changedTo(deed: Deed, current: Handoff, seen: Record<string, unknown>): Promise<AppError> {
  const last = await findLastMove(deed, current.id)
  return new AppError('changed-meanwhile', {
    details: {
      seen,
      current: { version: current.version, status: current.status, area: current.area },
      changedBy: last?.byName ?? null,
      changedByService: last?.byServiceName ?? null,
      changedAt: last?.at.toISOString() ?? null,
    },
  })
}
