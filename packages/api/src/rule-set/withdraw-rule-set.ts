import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findRuleSetVersion, recordWithdrawal } from '@throughcare/db/rule-set/rule-set-repository'
import { refusalToWithdraw } from '@throughcare/domain/rule-set/decide-rule-set-move'
import type { WithdrawRuleSetInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import { perform } from '../perform.ts'
import { getVersionToMove, movedMeanwhile } from './move-rule-set.ts'

export type RuleSetWithdrawn = { version: number }

/**
 * Takes a proposal back, or a version out of force: then the wider set holds again.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `rule-set.not-in-force` or
 *   `rule-set.another-country`
 */
export function withdrawRuleSet(actor: Actor, input: WithdrawRuleSetInput): Promise<RuleSetWithdrawn> {
  return perform(actor, 'rule-set.withdraw', input, async (deed) => {
    const { ruleSetVersionId, seenVersion, reason, requestId } = input
    const found = await getVersionToMove(deed, input, refusalToWithdraw)
    if (!(await recordWithdrawal(deed, ruleSetVersionId, seenVersion, reason)))
      throw movedMeanwhile((await findRuleSetVersion(deed, ruleSetVersionId)) ?? found, seenVersion)
    await recordAudit(deed, { action: 'rule-set.withdraw', fields: ['state'], requestId })
    return { version: seenVersion + 1 }
  })
}
