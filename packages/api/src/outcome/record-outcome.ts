import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { tellParts } from '@throughcare/db/notice/tell-parts'
import { recordOutcomeEntry } from '@throughcare/db/outcome/outcome-repository'
import { MISSING_STEP_CODES } from '@throughcare/domain/country-pack/did-not-arrive'
import type { RecordOutcomeInput } from '@throughcare/domain/outcome/record-outcome-input'
import { invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { getRelease, isStillInside } from './get-release.ts'
import { lookForMissing } from './look-for-missing.ts'
import { notLaterThanNow } from './not-later-than-now.ts'

/** `steps`: codes of the items that looking for the person has made. */
export type OutcomeRecorded = { outcomeId: string; steps: string[] }

/**
 * The person came, did not come, or is back in custody. "Did not arrive" closes nothing: the handoff stays open, the clock
 * runs on, both sides are told,
 * and the steps of looking for the person become items, due from now (ARR-2). "Arrived" proves that somebody is out, however little was confirmed.
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
    const { episodeId } = outcome
    const outcomeId = await recordOutcomeEntry(deed, { ...outcome, at })
    const steps =
      outcome.kind === 'did-not-arrive' ? await lookForMissing(deed, { episodeId, outcomeId, requestId }) : []
    if (outcome.kind === 'back-in-custody') await tellParts(deed, episodeId, 'back-inside')
    // Whoever is there is looked for no more.
    if (outcome.kind === 'arrived') await finishItems(deed, episodeId, MISSING_STEP_CODES, requestId)
    await recordAudit(deed, {
      action: 'outcome.record',
      episodeIds: [outcome.episodeId],
      personIds: [part.personId],
      fields: [outcome.kind],
      requestId,
    })
    return { outcomeId, steps }
  })
}
