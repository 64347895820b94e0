import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findClosingBasis, recordClosing, recordClosingWish } from '@throughcare/db/care-plan/plan-ending'
import { isWholeCase } from '@throughcare/domain/access/grants'
import type { ClosePlanInput } from '@throughcare/domain/care-plan/close-plan-input'
import { decidePlanClosing } from '@throughcare/domain/care-plan/decide-plan-closing'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getPart } from './get-part.ts'

/** `isClosed` is false where a critical item is open and another person has yet to close. */
export type PlanClosed = { isClosed: boolean; criticalOpen: number }

/**
 * Closes the plan of a case whose person is out. With a critical item open it takes a reason and a second person (practice
 * F11): the first press writes the wish down, another person's press closes. Items stay as they stand and can be read.
 *
 * @throws AppError `not-found` | `not-allowed` where the service does not hold the whole case | `changed-meanwhile` | `refused`
 *   with `care-plan.still-inside`, `care-plan.reason-missing` or `care-plan.second-person`
 */
export function closePlan(actor: Actor, input: ClosePlanInput): Promise<PlanClosed> {
  return perform(actor, 'care-plan.close', input, async (deed) => {
    const { episodeId, seenVersion, reason, requestId } = input
    const part = await getPart(deed, episodeId, 'care-plan.close')
    if (!isWholeCase(part.writes)) throw new AppError('not-allowed')
    const basis = await findClosingBasis(deed, episodeId)
    if (!basis) throw new AppError('not-found')
    const { planId, version, criticalOpen } = basis
    if (version !== seenVersion) throw changedMeanwhile(seenVersion, version)

    const decision = decidePlanClosing(actor.accountId, reason, basis)
    if (!decision.ok) throw refused(decision.refusal)
    const isClosed = decision.does !== 'ask'
    const fulfilled = decision.does === 'fulfil' ? basis.wish : null
    const wish = fulfilled ?? {
      id: await recordClosingWish(deed, { planId, episodeId, criticalOpen, reason }),
      askedById: actor.accountId,
      criticalOpen,
    }
    if (isClosed && !(await recordClosing(deed, { planId, episodeId, version }, wish)))
      throw changedMeanwhile(seenVersion, version)
    await recordAudit(deed, {
      action: 'care-plan.close',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: isClosed ? ['closedAt'] : ['reason'],
      requestId,
    })
    return { isClosed, criticalOpen }
  })
}

function changedMeanwhile(seen: number, current: number): AppError {
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seen }, current: { version: current }, changedBy: null, changedAt: null },
  })
}
