import type { Deed } from '@throughcare/db/as-actor'
import { recordAcceptDeadline } from '@throughcare/db/escalation/escalation-repository'
import { findAcceptBasis } from '@throughcare/db/handoff/accept-basis'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { ruleSetFor } from '@throughcare/domain/rule-set/rule-set-for'
import { acceptDeadlineOf } from '../handoff/handover-deadline.ts'
import { localRuleSets } from '../rule-set/rule-set-view.ts'

/**
 * By when must somebody of the service have taken what it acknowledges now (rule DUE-3)? Null when its case is not open to the
 * actor's service.
 */
export async function findAcceptDeadline(deed: Deed, handoffId: string): Promise<Date | null> {
  const basis = await findAcceptBasis(deed, handoffId)
  if (!basis) return null
  const { release, hours, country, ruleSets, receivingServiceId } = basis
  const at = { serviceId: receivingServiceId, country }
  const rule = ruleSetFor('handoff-deadlines', at, deed.now, localRuleSets(ruleSets))
  return acceptDeadlineOf(release, hours, deed.now, rule.body)
}

/**
 * The service has it, and nobody of it by name: by when must somebody have taken it? Called in the transaction that took the
 * handoff from a worker who is there no more.
 */
export async function setAcceptDeadline(deed: Deed, handoffId: string): Promise<void> {
  const handoff = await findHandoff(deed, handoffId)
  if (handoff?.status !== 'acknowledged') return
  const by = await findAcceptDeadline(deed, handoffId)
  if (by) await recordAcceptDeadline(deed, handoffId, by)
}
