import type { Role } from '../access/access-codes.ts'
import { APPROVER, type RuleSetState } from './rule-set-codes.ts'

/** A stored version as far as the rules about moving it read it. */
export type RuleSetToMove = {
  state: RuleSetState
  proposedBy: string
  /** The country in which it holds: of a service's own set the country of the service. */
  country: string
}

/** Who presses. */
export type RuleSetMover = { accountId: string; role: Role; grants: readonly string[]; country: string }

export type RuleSetMoveRefusal = 'not-approver' | 'own-proposal' | 'another-country' | 'not-proposed' | 'not-in-force'

/** Does somebody hold the grant of an approver, as a clinician? */
export function isApprover({ role, grants }: Pick<RuleSetMover, 'role' | 'grants'>): boolean {
  return (role === 'prison-health' || role === 'caseworker') && grants.includes(APPROVER)
}

/**
 * May this person approve this version (rule ROUTE-8)? A clinician with the grant, of the country in which it holds, who did not propose
 * it: two people stand behind every rule that is in force. Null: yes.
 */
export function refusalToApprove(of: RuleSetToMove, by: RuleSetMover): RuleSetMoveRefusal | null {
  if (!isApprover(by)) return 'not-approver'
  if (of.state !== 'proposed') return 'not-proposed'
  if (of.proposedBy === by.accountId) return 'own-proposal'
  return of.country === by.country ? null : 'another-country'
}

/**
 * May this person withdraw it? An administrator takes a proposal back; what is in force is taken out by an approver alone.
 * Null: yes.
 */
export function refusalToWithdraw(of: RuleSetToMove, by: RuleSetMover): RuleSetMoveRefusal | null {
  if (of.state !== 'proposed' && of.state !== 'approved') return 'not-in-force'
  if (by.role === 'administrator') return of.state === 'proposed' ? null : 'not-approver'
  if (!isApprover(by)) return 'not-approver'
  return of.country === by.country ? null : 'another-country'
}
