import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findRestriction, recordRestriction } from '@throughcare/db/restriction/restriction-repository'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { REVIEW_WITHIN_DAYS } from '@throughcare/domain/restriction/restriction-codes'
import type { SetRestrictionInput } from '@throughcare/domain/restriction/restriction-inputs'
import { AppError, invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type RestrictionSet = { version: number }

/**
 * Restricts the record of the person to whoever presses and whom they name. A service with a part of which nobody is named gets its
 * privacy officers into the circle, or else its managers.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `restriction.stands` | `invalid-input` for a day of review that has
 *   passed or is too far away, or an account that is not of its service
 */
export function setRestriction(actor: Actor, input: SetRestrictionInput): Promise<RestrictionSet> {
  return perform(actor, 'restriction.set', input, async (deed) => {
    const { episodeId, reason, reviewOn, circle, requestId } = input
    const part = await getPart(deed, episodeId, 'restriction.set', 'identity')
    checkReview(deed, reviewOn)
    if (await findRestriction(deed, episodeId)) throw refused('restriction.stands')
    if (!(await recordRestriction(deed, episodeId, { reason, reviewOn, circle }).catch(refuseStranger)))
      throw new AppError('not-allowed')
    await recordAudit(deed, {
      action: 'restriction.set',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['reason', 'circle'],
      requestId,
    })
    return { version: 0 }
  })
}

/** The day of review lies ahead, and not so far that nobody looks any more (rule ACC-1). */
export function checkReview({ actor, now }: Deed<Actor>, reviewOn: PlainDate): void {
  const today = plainDateIn(now, getZone(actor.serviceTimeZone))
  if (reviewOn <= today) throw invalidField('reviewOn', 'restriction.reviewOn.not-ahead')
  if (reviewOn > addDays(today, REVIEW_WITHIN_DAYS)) throw invalidField('reviewOn', 'restriction.reviewOn.too-far')
}

/** An account that is not, or not any more, of the service under whose hat it was named. */
export function refuseStranger(error: unknown): never {
  if (sqlStateOf(error) === '42501') throw invalidField('circle', 'restriction.circle.not-of-service')
  throw error
}
