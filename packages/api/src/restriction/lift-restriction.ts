import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findRestriction, recordLifting } from '@throughcare/db/restriction/restriction-repository'
import type { LiftRestrictionInput } from '@throughcare/domain/restriction/restriction-inputs'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { changedRestriction } from './changed-restriction.ts'

export type RestrictionLifted = { episodeId: string }

/**
 * Opens the record to everybody with a part again.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `restriction.number-taken` when somebody was
 *   entered with the same number meanwhile: the two records are put together first
 */
export function liftRestriction(actor: Actor, input: LiftRestrictionInput): Promise<RestrictionLifted> {
  return perform(actor, 'restriction.lift', input, async (deed) => {
    const { episodeId, seenVersion, because, requestId } = input
    const part = await getPart(deed, episodeId, 'restriction.lift', 'identity')
    const standing = await findRestriction(deed, episodeId)
    if (!standing) throw new AppError('not-found')
    const done = await recordLifting(deed, { restrictionId: standing.restrictionId, seenVersion }, because).catch(
      (error: unknown) => {
        if (sqlStateOf(error) === '23505') throw refused('restriction.number-taken')
        throw error
      },
    )
    if (done === 'changed-meanwhile') throw changedRestriction(standing, seenVersion)
    if (done === 'not-found') throw new AppError('not-allowed')
    await recordAudit(deed, {
      action: 'restriction.lift',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['because'],
      requestId,
    })
    return { episodeId }
  })
}
