import type { Deed } from '@throughcare/db/as-actor'
import { findApproved } from '@throughcare/db/rule-set/rule-set-repository'
import type { DeadlineRule } from '@throughcare/domain/deadline-rule/deadline-rule'
import { ruleSetFor } from '@throughcare/domain/rule-set/rule-set-for'
import { localRuleSets } from '../rule-set/rule-set-view.ts'

/** Which deadlines hold for a service: its own rule, its country's, or our default. */
export type DeadlineRules = (service: { id: string; country: string }) => DeadlineRule

/** The rules of these services and their countries, in one query: how long each of them has to answer a handoff. */
export async function findDeadlineRules(
  deed: Deed,
  services: readonly { id: string; country: string }[],
): Promise<DeadlineRules> {
  const stored = await findApproved(
    deed,
    services.map(({ id, country }) => ({ serviceId: id, country })),
  )
  const local = localRuleSets(stored.filter(({ kind }) => kind === 'handoff-deadlines'))
  return ({ id: serviceId, country }) => ruleSetFor('handoff-deadlines', { serviceId, country }, deed.now, local)
}
