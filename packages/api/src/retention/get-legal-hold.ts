import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldPersonOf, findLegalHold, type StandingHold } from '@throughcare/db/retention/retention-repository'
import type { LegalHoldInput } from '@throughcare/domain/retention/retention-inputs'
import { AppError } from '../app-error.ts'

export type LegalHoldView = { hold: StandingHold | null }

/**
 * Are the records of a person kept beyond their time by the actor's service, and why?
 *
 * @throws AppError `not-found`
 */
export function getLegalHold(actor: Actor, { episodeId }: LegalHoldInput): Promise<LegalHoldView> {
  return asActor(actor, async (deed) => {
    const personId = await findHeldPersonOf(deed, episodeId)
    if (!personId) throw new AppError('not-found')
    const hold = await findLegalHold(deed, personId)
    await recordAudit(deed, { action: 'retention.by-episode', personIds: [personId], episodeIds: [episodeId] })
    return { hold }
  })
}
