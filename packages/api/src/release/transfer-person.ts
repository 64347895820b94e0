import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { isOtherPrison, recordTransfer } from '@throughcare/db/release/transfer-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { TransferInput } from '@throughcare/domain/release/transfer-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField, refused } from '../app-error.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { perform } from '../perform.ts'

export type PersonTransferred = { version: number }

/**
 * The person is in another prison from now on (LIFECYCLE, `transferred`): a new stay in the same episode. The plan and
 * its items stay as they are, and so does what every receiver has; what this prison answered for, the other one does, and it is the
 * sender of what was sent; this one still reads for 30 days.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when that is no other prison |
 *   `refused` with `release.already-recorded`
 */
export function transferPerson(actor: Actor, input: TransferInput): Promise<PersonTransferred> {
  return perform(actor, 'release.transfer', input, async (deed) => {
    const { episodeId, seenVersion, toPrisonId, requestId } = input
    const episode = await getHeldEpisode(deed, { episodeId, seenVersion })
    if (episode.releasedAt !== null) throw refused('release.already-recorded')
    if (!mayDo(actor.role, 'release.transfer', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    if (!(await isOtherPrison(deed, toPrisonId))) throw invalidField('toPrisonId', 'release.toPrisonId.invalid')
    await recordAudit(deed, {
      action: 'release.transfer',
      episodeIds: [episodeId],
      personIds: [episode.personId],
      fields: ['prison'],
      requestId,
    })
    if (!(await recordTransfer(deed, { episodeId, version: seenVersion }, toPrisonId))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    return { version: seenVersion + 1 }
  })
}
