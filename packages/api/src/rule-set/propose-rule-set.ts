import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findVersions, recordProposal } from '@throughcare/db/rule-set/rule-set-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ProposeRuleSetInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { movedMeanwhile } from './move-rule-set.ts'

export type RuleSetProposed = { ruleSetVersionId: string; version: number }

/**
 * A new version of a set of rules for a country or a service, with the local protocol's own words. It changes nothing until
 * somebody else approves it.
 *
 * @throws AppError `not-found` when there is no such service | `invalid-input` | `changed-meanwhile` when another version was
 *   proposed since
 */
export function proposeRuleSet(actor: Actor, input: ProposeRuleSetInput): Promise<RuleSetProposed> {
  return perform(actor, 'rule-set.propose', input, async (deed) => {
    const { requestId, seenVersion, ...proposal } = input
    const { scope, rules, reviewBy } = proposal
    if (reviewBy <= plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('reviewBy', 'rule-set.reviewBy.past')
    if (scope.serviceId !== null && !(await findService(deed, scope.serviceId))) throw new AppError('not-found')

    const ruleSetVersionId = await recordProposal(deed, proposal, seenVersion)
    if (ruleSetVersionId === null) {
      const [current] = await findVersions(deed, rules.kind, scope)
      if (!current) throw new AppError('changed-meanwhile', { details: { seen: { version: seenVersion } } })
      throw movedMeanwhile(current, seenVersion, current.version)
    }
    await recordAudit(deed, { action: 'rule-set.propose', fields: Object.keys(proposal), requestId })
    return { ruleSetVersionId, version: seenVersion + 1 }
  })
}
