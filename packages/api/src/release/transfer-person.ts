import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type Episode, findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { findLiveHandoffs } from '@throughcare/db/handoff/handoff-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { isOtherPrison, recordTransfer } from '@throughcare/db/release/transfer-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { daysBetween, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AREAS } from '@throughcare/domain/checklist/areas'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { mayLeaveAnyDay } from '@throughcare/domain/release/release-window'
import type { TransferInput } from '@throughcare/domain/release/transfer-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField, refused } from '../app-error.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { perform } from '../perform.ts'

export type PersonTransferred = { version: number }

/**
 * The person is in another prison from now on (LIFECYCLE, `transferred`): a new stay in the same episode. The plan and
 * its items stay as they are, and so does what every receiver has; what this prison answered for, the other one does, and it is the
 * sender of what was sent; this one still reads for 30 days. Both are told by a notice: the prison, and whoever was sent something.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when that is no other prison of this country |
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
    // Afterwards the other prison is their sender, and this one does not read all of them any more.
    const receivers = (await findLiveHandoffs(deed, episodeId, AREAS))
      .filter(({ status }) => !UNSENT.includes(status))
      .map(({ receivingServiceId }) => receivingServiceId)
    if (!(await recordTransfer(deed, { episodeId, version: seenVersion }, toPrisonId))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    await tellTransfer(deed, episode, toPrisonId, receivers)
    return { version: seenVersion + 1 }
  })
}

/** Drafts nobody has, and what came back is nobody's: those services are told nothing. */
const UNSENT: readonly HandoffStatus[] = ['draft', 'returned', 'rejected']

/** The other prison is told that somebody has come who may leave soon, and who has something of theirs, that the prison is another. */
async function tellTransfer(
  deed: Deed<Actor>,
  episode: Episode,
  toPrisonId: string,
  receivers: readonly string[],
): Promise<void> {
  const { episodeId, version } = episode
  const urgency = leavesSoon(episode, plainDateIn(deed.now, getZone(episode.timeZone))) ? 'emergency' : 'ordinary'
  const notice = {
    kind: 'transfer',
    episodeId,
    handoffId: null,
    dedupeKey: `transfer:${episodeId}:${version + 1}`,
  } as const
  const audiences = urgency === 'emergency' ? (['workers', 'duty'] as const) : (['workers'] as const)
  for (const audience of audiences) await recordNotice(deed, { ...notice, serviceId: toPrisonId, audience, urgency })
  for (const serviceId of new Set(receivers))
    await recordNotice(deed, { ...notice, serviceId, audience: 'workers', urgency: 'ordinary' })
}

/** Within two days, or on any day (REL-3): nobody there has time to find it by chance. */
function leavesSoon({ legalStatus, certainty, releaseDate }: Episode, today: PlainDate): boolean {
  return (
    mayLeaveAnyDay({ legalStatus, certainty }) || (releaseDate !== null && daysBetween(today, releaseDate) <= SOON_DAYS)
  )
}
const SOON_DAYS = 2
