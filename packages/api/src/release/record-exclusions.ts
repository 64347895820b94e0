import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { findExclusions, recordExclusions as writeExclusions } from '@throughcare/db/release/exclusion-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { RecordExclusionsInput } from '@throughcare/domain/release/record-exclusions-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { type EarlierReleaseView, earlierReleaseOf } from './get-earlier.ts'

/**
 * Keeps what was said about the exclusions of the rule on Friday releases, and answers what follows. The date itself stays.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function recordExclusions(actor: Actor, input: RecordExclusionsInput): Promise<EarlierReleaseView> {
  return perform(actor, 'release.record-exclusions', input, async (deed) => {
    const { episodeId, requestId, seenVersion, ...answers } = input
    const episode = await findHeldEpisode(deed, episodeId)
    if (!episode) throw new AppError('not-found')
    if (!mayDo(actor.role, 'release.record-exclusions', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    if (!(await writeExclusions(deed, episodeId, seenVersion, answers)))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: await findExclusions(deed, episodeId) },
      })
    await recordAudit(deed, {
      action: 'release.record-exclusions',
      episodeIds: [episodeId],
      personIds: [episode.personId],
      fields: Object.keys(answers),
      requestId,
    })
    return earlierReleaseOf(deed, episode)
  })
}
