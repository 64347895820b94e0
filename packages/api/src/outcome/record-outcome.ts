import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordOutcomeEntry } from '@throughcare/db/outcome/outcome-repository'
import type { RecordOutcomeInput } from '@throughcare/domain/outcome/record-outcome-input'
import { invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { getRelease, isStillInside } from './get-release.ts'
import { notLaterThanNow } from './not-later-than-now.ts'

export type OutcomeRecorded = { outcomeId: string }

/**
 * The person came, did not come, or is back in custody. "Did not arrive" closes nothing: the handoff stays open, the clock
 * runs on and the prison reads it at once. "Arrived" proves that somebody is out, however little was confirmed.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` when it is said to have happened later than now | `refused`
 *   with `outcome.not-out-yet`
 */
export function recordOutcome(actor: Actor, input: RecordOutcomeInput): Promise<OutcomeRecorded> {
  return perform(actor, 'outcome.record', input, async (deed) => {
    const { requestId, ...outcome } = input
    const part = await getPart(deed, outcome.episodeId, 'outcome.record')
    const at = notLaterThanNow(outcome.at, deed.now)
    if (!at) throw invalidField('at', 'outcome.at.in-the-future')
    const { clock } = await getRelease(deed, outcome.episodeId)
    if (outcome.kind !== 'arrived' && isStillInside(clock)) throw refused('outcome.not-out-yet')
    const outcomeId = await recordOutcomeEntry(deed, { ...outcome, at })
    await recordAudit(deed, {
      action: 'outcome.record',
      episodeIds: [outcome.episodeId],
      personIds: [part.personId],
      fields: [outcome.kind],
      requestId,
    })
    return { outcomeId }
  })
}
