import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findRuleSetVersion, recordApproval } from '@throughcare/db/rule-set/rule-set-repository'
import { refusalToApprove } from '@throughcare/domain/rule-set/decide-rule-set-move'
import type { ApproveRuleSetInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getVersionToMove, movedMeanwhile } from './move-rule-set.ts'

export type RuleSetApproved = { version: number }

/**
 * The second person's yes: from now on the version holds, and the one before it no more. Alerts that were raised keep the
 * version that raised them.
 *
 * @throws AppError `not-found` | `not-allowed` without the grant | `changed-meanwhile` | `refused` with `rule-set.own-proposal`,
 *   `rule-set.another-country` or `rule-set.not-proposed`
 */
export function approveRuleSet(actor: Actor, input: ApproveRuleSetInput): Promise<RuleSetApproved> {
  return perform(actor, 'rule-set.approve', input, async (deed) => {
    const { ruleSetVersionId, seenVersion, requestId } = input
    const found = await getVersionToMove(deed, input, refusalToApprove)
    if (!(await oneInForce(() => recordApproval(deed, found, seenVersion))))
      throw movedMeanwhile((await findRuleSetVersion(deed, ruleSetVersionId)) ?? found, seenVersion)
    await recordAudit(deed, { action: 'rule-set.approve', fields: ['state'], requestId })
    return { version: seenVersion + 1 }
  })
}

/** Two versions approved at the same moment: the constraint lets one through. */
async function oneInForce(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw new AppError('changed-meanwhile')
    throw error
  }
}
