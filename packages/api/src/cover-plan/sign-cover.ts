import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordSignature } from '@throughcare/db/cover-plan/cover-plan-writing'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { SignCoverInput } from '@throughcare/domain/cover-plan/sign-cover-input'
import { invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { getSeenPlan, planChangedMeanwhile } from './cover-plan-changed.ts'

export type CoverSigned = { version: number }

/**
 * A prescriber's signature under the living cover plan, recorded by whoever saw it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day to come | `refused` with
 *   `cover-plan.already-signed`
 */
export function signCover(actor: Actor, input: SignCoverInput): Promise<CoverSigned> {
  return perform(actor, 'cover-plan.sign', input, async (deed) => {
    const { episodeId, planId, seenVersion, signedName, signedOn, requestId } = input
    const { stored, found } = await getCoverOfCase(deed, episodeId, 'cover-plan.sign')
    const plan = getSeenPlan(stored, planId, seenVersion)
    if (plan.signedOn !== null) throw refused('cover-plan.already-signed')
    if (signedOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('signedOn', 'cover-plan.signedOn.in-the-future')
    if (!(await recordSignature(deed, { episodeId, planId, version: seenVersion }, { signedName, signedOn })))
      throw await planChangedMeanwhile(deed, episodeId, seenVersion)
    await recordAudit(deed, {
      action: 'cover-plan.sign',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: ['signedName', 'signedOn'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}
