import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findHeldEpisode,
  recordDateMoved,
  recordReleaseDates,
} from '@throughcare/db/custody-episode/custody-episode-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { storedReason } from '@throughcare/domain/handoff/stored-reason'
import type { CancelReleaseInput } from '@throughcare/domain/release/cancel-release-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { moveDueTimes } from '../care-plan/move-due-times.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { perform } from '../perform.ts'

export type ReleaseCancelled = { version: number }

/**
 * The release date is withdrawn (LIFECYCLE, `cancelled`): the plan and every handoff stay with whoever has them, items stay
 * open without a due time, and the history of the date says why. For a legal status that may leave any day it stays so.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `release.already-recorded` or
 *   `release.no-date`
 */
export function cancelRelease(actor: Actor, input: CancelReleaseInput): Promise<ReleaseCancelled> {
  return perform(actor, 'release.cancel', input, async (deed) => {
    const { episodeId, seenVersion, reason, words, requestId } = input
    const episode = await getHeldEpisode(deed, { episodeId, seenVersion })
    if (episode.releasedAt !== null) throw refused('release.already-recorded')
    if (episode.releaseDate === null) throw refused('release.no-date')
    if (!mayDo(actor.role, 'release.cancel', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')

    // Without a date a release is expected, not "any day": that would put a sentenced person on the list for today.
    const certainty = episode.certainty === 'could-be-any-day' ? episode.certainty : 'expected'
    const next = { releaseDate: null, certainty } as const
    if (!(await recordDateMoved(deed, { episodeId, version: seenVersion }, next))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    await recordReleaseDates(deed, [{ episodeId, ...next }], 'typed', storedReason({ code: reason, words }))
    await moveDueTimes(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'release.cancel',
      episodeIds: [episodeId],
      personIds: [episode.personId],
      fields: ['releaseDate', 'certainty'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}
