import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordPlanEnd } from '@throughcare/db/cover-plan/cover-plan-writing'
import type { WithdrawCoverInput } from '@throughcare/domain/cover-plan/sign-cover-input'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { getSeenPlan, planChangedMeanwhile } from './cover-plan-changed.ts'

export type CoverWithdrawn = { planId: string }

/**
 * Takes a cover plan back: the gap stands open again. The plan stays on record, with who took it back.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export function withdrawCover(actor: Actor, input: WithdrawCoverInput): Promise<CoverWithdrawn> {
  return perform(actor, 'cover-plan.withdraw', input, async (deed) => {
    const { episodeId, planId, seenVersion, requestId } = input
    const { stored, found } = await getCoverOfCase(deed, episodeId, 'cover-plan.withdraw')
    getSeenPlan(stored, planId, seenVersion)
    if (!(await recordPlanEnd(deed, { episodeId, planId, version: seenVersion }, 'withdrawn')))
      throw await planChangedMeanwhile(deed, episodeId, seenVersion)
    await recordAudit(deed, {
      action: 'cover-plan.withdraw',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: ['endedAt'],
      requestId,
    })
    return { planId }
  })
}
