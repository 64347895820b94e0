import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { openEpisodes } from '@throughcare/db/custody-episode/custody-episode-repository'
import { tellParts } from '@throughcare/db/notice/tell-parts'
import { recordOutcomeEntry } from '@throughcare/db/outcome/outcome-repository'
import { copyFacts, findReleasePlace } from '@throughcare/db/release/recall-repository'
import { findReleaseToUndo } from '@throughcare/db/release/release-record-repository'
import { newId } from '@throughcare/db/uuid'
import { mayDo } from '@throughcare/domain/access/who-may'
import { getZone, plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import type { RecallInput } from '@throughcare/domain/release/recall-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField, refused } from '../app-error.ts'
import { makePlan } from '../care-plan/make-plan.ts'
import { getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { perform } from '../perform.ts'

/** The episode that has begun. */
export type PersonRecalled = { episodeId: string }

/**
 * The person is back in the prison that let them go (LIFECYCLE, `recalled`): a new episode with a plan of its own that
 * begins with the old answers. The old case stays as it is, with "back in custody" on it, which stops its clock and tells every
 * service that has it; its handoffs stand until somebody moves them.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day before the release or ahead |
 *   `refused` with `release.not-recorded` or `release.admitted-again`
 */
export function recallPerson(actor: Actor, input: RecallInput): Promise<PersonRecalled> {
  return perform(actor, 'release.recall', input, async (deed) => {
    const { episodeId, seenVersion, backOn, requestId } = input
    const old = await getHeldEpisode(deed, { episodeId, seenVersion })
    if (old.releasedAt === null) throw refused('release.not-recorded')
    if (!mayDo(actor.role, 'release.recall', old.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    const zone = getZone(actor.serviceTimeZone)
    if (backOn > plainDateIn(deed.now, zone)) throw invalidField('backOn', 'release.backOn.in-the-future')
    if (backOn < plainDateIn(old.releasedAt, zone)) throw invalidField('backOn', 'release.backOn.before-release')
    if ((await findReleaseToUndo(deed, episodeId))?.isAdmittedAgain) throw refused('release.admitted-again')

    const place = await findReleasePlace(deed, episodeId)
    if (!place) throw new AppError('not-found')
    const next = newId()
    const start = startOfDay(backOn, zone)
    await openEpisodes(
      deed,
      [
        {
          ...place,
          episodeId: next,
          personId: old.personId,
          legalStatus: 'recalled',
          admittedOn: backOn,
          releaseDate: null,
          certainty: 'expected',
          startsAt: start < old.releasedAt ? deed.now : start,
        },
      ],
      'typed',
    )
    await copyFacts(deed, episodeId, next)
    await makePlan(deed, next)
    await recordOutcomeEntry(deed, { episodeId, kind: 'back-in-custody', at: deed.now })
    await tellParts(deed, episodeId, 'back-inside')
    await recordAudit(deed, {
      action: 'release.recall',
      episodeIds: [episodeId, next],
      personIds: [old.personId],
      fields: ['episode', 'outcome'],
      requestId,
    })
    return { episodeId: next }
  })
}
