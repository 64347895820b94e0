import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findRestriction, recordCircle } from '@throughcare/db/restriction/restriction-repository'
import type { ChangeCircleInput } from '@throughcare/domain/restriction/restriction-inputs'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { changedRestriction } from './changed-restriction.ts'
import { checkReview, refuseStranger } from './set-restriction.ts'

export type CircleChanged = { version: number }

/**
 * Admits accounts to the circle and takes others off, who from then on find nothing.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `restriction.nobody-left` | `invalid-input`
 */
export function changeCircle(actor: Actor, input: ChangeCircleInput): Promise<CircleChanged> {
  return perform(actor, 'restriction.change-circle', input, async (deed) => {
    const { episodeId, seenVersion, reviewOn, admitted, removedIds, requestId } = input
    const part = await getPart(deed, episodeId, 'restriction.change-circle', 'identity')
    const standing = await findRestriction(deed, episodeId)
    if (!standing) throw new AppError('not-found')
    if (reviewOn !== standing.reviewOn) checkReview(deed, reviewOn)
    const done = await recordCircle(
      deed,
      { restrictionId: standing.restrictionId, seenVersion },
      { reviewOn, admitted, removedIds },
    ).catch((error: unknown) => {
      if (sqlStateOf(error) === 'P0146') throw refused('restriction.nobody-left')
      return refuseStranger(error)
    })
    if (done === 'changed-meanwhile') throw changedRestriction(standing, seenVersion)
    if (done === 'not-found') throw new AppError('not-allowed')
    await recordAudit(deed, {
      action: 'restriction.change-circle',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['circle'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}
