import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findRuleSetVersion, type StoredRuleSet } from '@throughcare/db/rule-set/rule-set-repository'
import type { RuleSetMoveRefusal, RuleSetMover, RuleSetToMove } from '@throughcare/domain/rule-set/decide-rule-set-move'
import { AppError, refused } from '../app-error.ts'

/** Who presses, as the rules about moving a version read it. */
export function moverOf({ accountId, role, grants, serviceCountry }: Actor): RuleSetMover {
  return { accountId, role, grants, country: serviceCountry }
}

/**
 * The version that somebody wants to move, if they may and if it is the one that they saw.
 *
 * @throws AppError `not-found` | `not-allowed` without the grant | `changed-meanwhile` | `refused`
 */
export async function getVersionToMove(
  deed: Deed<Actor>,
  { ruleSetVersionId, seenVersion }: { ruleSetVersionId: string; seenVersion: number },
  refusalOf: (of: RuleSetToMove, by: RuleSetMover) => RuleSetMoveRefusal | null,
): Promise<StoredRuleSet> {
  const found = await findRuleSetVersion(deed, ruleSetVersionId)
  if (!found) throw new AppError('not-found')
  const { state, proposedBy, holdsIn: country } = found
  const refusal = refusalOf({ state, proposedBy, country }, moverOf(deed.actor))
  if (refusal === 'not-approver') throw new AppError('not-allowed')
  if (found.changes !== seenVersion) throw movedMeanwhile(found, seenVersion)
  if (refusal) throw refused(`rule-set.${refusal}`)
  return found
}

/** Somebody moved it: what stands there now, and who it was. */
export function movedMeanwhile(
  current: StoredRuleSet,
  seenVersion: number,
  version: number = current.changes,
): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { state: current.state, version },
      changedBy: current.withdrawnByName ?? current.approvedByName ?? current.proposedByName,
      changedAt: current.withdrawnAt ?? current.supersededAt ?? current.approvedAt ?? current.proposedAt,
    },
  })
}
