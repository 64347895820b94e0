import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordReopened } from '@throughcare/db/care-plan/plan-ending'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import {
  findReleaseSeenBy,
  findReleaseToUndo,
  type ReleaseSeenBy,
  recordItemsTurnedBack,
  recordReleaseUndone,
  recordUndo,
} from '@throughcare/db/release/release-record-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import { decideUndo } from '@throughcare/domain/release/decide-undo'
import type { UndoReleaseInput } from '@throughcare/domain/release/undo-release-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { moveDueTimes } from '../care-plan/move-due-times.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { perform } from '../perform.ts'
import { revokeSent } from './send-emergency.ts'

/** The episode's new version, what went back, and who had already looked. */
export type ReleaseUndone = { version: number; revoked: number; seenBy: ReleaseSeenBy[] }

/**
 * "Released now" was pressed for somebody who is still inside: a compensating entry, and both stay. The episode goes on, the
 * prison has its items again, and the handoffs that the press sent are revoked with the reason.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `release.not-recorded`,
 *   `release.seen-outside` or `release.admitted-again`
 */
export function undoRelease(actor: Actor, input: UndoReleaseInput): Promise<ReleaseUndone> {
  return perform(actor, 'release.undo', input, async (deed) => {
    const { episodeId, seenVersion, reason, words, requestId } = input
    const episode = await getHeldEpisode(deed, { episodeId, seenVersion })
    const record = await findReleaseToUndo(deed, episodeId)
    if (!mayDo(actor.role, 'release.undo', episode.relation, actor.serviceKind as ServiceKind) || !record)
      throw new AppError('not-allowed')
    const decision = decideUndo({ ...record, releasedAt: episode.releasedAt, isOnRecord: record.recordId !== null })
    if (!decision.ok) throw refused(decision.refusal)
    const { recordId, turnedItems, sentHandoffs } = record

    const seenBy = await findReleaseSeenBy(deed, episodeId)
    const revoked = await revokeSent(deed, sentHandoffs, storedReason({ code: 'sent-by-mistake', words }), requestId)
    if (!(await recordReleaseUndone(deed, { episodeId, version: seenVersion }))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    await recordReopened(deed, episodeId)
    await recordItemsTurnedBack(deed, episodeId, turnedItems)
    await moveDueTimes(deed, episodeId, requestId)
    await recordUndo(deed, { recordId: recordId as string, episodeId, reason, words })
    await recordAudit(deed, {
      action: 'release.undo',
      episodeIds: [episodeId],
      personIds: [episode.personId],
      fields: ['releasedAt', 'learnedAt', 'kind'],
      requestId,
    })
    return { version: seenVersion + 1, revoked: revoked.length, seenBy }
  })
}
