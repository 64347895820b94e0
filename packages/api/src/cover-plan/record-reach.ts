import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordReach as recordReachOf } from '@throughcare/db/cover-plan/cover-facts-writing'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import type { StoredReach } from '@throughcare/db/cover-plan/stored-cover'
import type { RecordReachInput } from '@throughcare/domain/cover-plan/record-reach-input'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { endClosedPlan } from './end-closed-plan.ts'

export type ReachRecorded = { version: number; isGapClosed: boolean }

/**
 * Whether the person can reach the dosing point in its hours, and from which day.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordReach(actor: Actor, input: RecordReachInput): Promise<ReachRecorded> {
  return perform(actor, 'cover-plan.record-reach', input, async (deed) => {
    const { episodeId, seenVersion, state, fromDay, requestId } = input
    const before = await getCoverOfCase(deed, episodeId, 'cover-plan.record-reach')
    if (!(await recordReachOf(deed, { episodeId, version: seenVersion }, { state, fromDay })))
      throw reachChanged((await findCover(deed, episodeId))?.reach ?? null, seenVersion)
    const isGapClosed = await endClosedPlan(deed, episodeId, before)
    await recordAudit(deed, {
      action: 'cover-plan.record-reach',
      episodeIds: [episodeId],
      personIds: [before.found.part.personId],
      fields: ['state', 'fromDay'],
      requestId,
    })
    return { version: seenVersion + 1, isGapClosed }
  })
}

function reachChanged(current: StoredReach | null, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { state: current?.state ?? null, fromDay: current?.fromDay ?? null, version: current?.version ?? 0 },
      changedBy: current?.recordedBy ?? null,
      changedAt: current?.recordedAt ?? null,
    },
  })
}
