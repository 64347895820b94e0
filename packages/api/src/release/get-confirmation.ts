import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { findSameName, type NamedPerson } from '@throughcare/db/release/release-record-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { ReleaseOfCaseInput } from '@throughcare/domain/release/release-of-case-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

/** Who is about to be recorded as released, and everybody else of that name in this prison. */
export type ReleaseConfirmation = { person: NamedPerson; sameName: NamedPerson[] }

/**
 * What the confirmation of "Released now" asks: is it this person?
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getReleaseConfirmation(actor: Actor, { episodeId }: ReleaseOfCaseInput): Promise<ReleaseConfirmation> {
  return asActor(actor, async (deed) => {
    const episode = await findHeldEpisode(deed, episodeId)
    if (!episode) throw new AppError('not-found')
    if (!mayDo(actor.role, 'release.confirmation', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    const found = await findSameName(deed, episodeId)
    if (!found) throw new AppError('not-found')
    await recordAudit(deed, {
      action: 'release.confirmation',
      episodeIds: [episodeId],
      personIds: [found.person.personId, ...found.others.map(({ personId }) => personId)],
    })
    return { person: found.person, sameName: found.others }
  })
}
