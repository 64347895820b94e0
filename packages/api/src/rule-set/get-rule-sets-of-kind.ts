import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findApproved, findVersions, type StoredRuleSet } from '@throughcare/db/rule-set/rule-set-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type ComparedLine, compareRuleSets } from '@throughcare/domain/rule-set/compare-rule-sets'
import { refusalToApprove, refusalToWithdraw } from '@throughcare/domain/rule-set/decide-rule-set-move'
import type { RuleSet, RuleSetScope } from '@throughcare/domain/rule-set/rule-set'
import type { RuleSetKind, RuleSetState } from '@throughcare/domain/rule-set/rule-set-codes'
import { ruleSetFor } from '@throughcare/domain/rule-set/rule-set-for'
import type { RuleSetsOfKindInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import { AppError } from '../app-error.ts'
import { mayHere, type RuleSetList } from './list-rule-sets.ts'
import { moverOf } from './move-rule-set.ts'
import { localRuleSets, type RuleSetView, ruleSetOf, ruleSetView } from './rule-set-view.ts'

/** One stored version, with how it got where it stands and what the reader may do with it. */
export type RuleSetVersionView = RuleSetView &
  Pick<
    StoredRuleSet,
    | 'ruleSetVersionId'
    | 'state'
    | 'proposedAt'
    | 'proposedByName'
    | 'approvedByName'
    | 'supersededAt'
    | 'withdrawnAt'
    | 'withdrawnByName'
    | 'withdrawnBecause'
    | 'changes'
  > & { may: { approve: boolean; withdraw: boolean } }

/** Which version stands on a side. */
export type ComparedSide = { version: number; state: RuleSetState | 'shipped'; ruleSetVersionId: string | null }

export type RuleSetsOfKind = {
  kind: RuleSetKind
  scope: RuleSetScope
  serviceName: string | null
  may: RuleSetList['may']
  /** The number of the newest version; 0 when there is none. A proposal names it. */
  latestVersion: number
  /** What holds there now, its own or a wider one. */
  holding: RuleSetView
  /** The newest first. */
  versions: RuleSetVersionView[]
  /** Two versions side by side; null while there is only what holds. */
  beside: { left: ComparedSide; right: ComparedSide; lines: ComparedLine[] } | null
}

/**
 * The versions of one kind for one country or service, what holds there now, and two of them side by side.
 *
 * @throws AppError `not-found` when there is no such service or version
 */
export function getRuleSetsOfKind(actor: Actor, input: RuleSetsOfKindInput): Promise<RuleSetsOfKind> {
  return asActor(actor, async (deed) => {
    const { kind, scope } = input
    const service = scope.serviceId === null ? null : await findService(deed, scope.serviceId)
    if (scope.serviceId !== null && !service) throw new AppError('not-found')
    const country = scope.country ?? service?.country ?? ''
    const place = { serviceId: scope.serviceId, country }
    const [versions, approved] = [await findVersions(deed, kind, scope), await findApproved(deed, [place])]
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const holding = ruleSetFor(kind, place, deed.now, localRuleSets(approved))
    return {
      kind,
      scope,
      serviceName: service?.name ?? null,
      may: mayHere(actor),
      latestVersion: versions[0]?.version ?? 0,
      holding: ruleSetView(holding, today, approved),
      versions: versions.map((each) => ({
        ...ruleSetView(ruleSetOf(each), today, versions),
        ...movesOf(each),
        may: mayMove(actor, each),
      })),
      beside: besideOf(versions, holding, input),
    }
  })
}

function movesOf(stored: StoredRuleSet) {
  const { ruleSetVersionId, state, proposedAt, proposedByName, approvedByName, supersededAt } = stored
  const { withdrawnAt, withdrawnByName, withdrawnBecause, changes } = stored
  return {
    ...{ ruleSetVersionId, state, proposedAt, proposedByName, approvedByName, supersededAt },
    ...{ withdrawnAt, withdrawnByName, withdrawnBecause, changes },
  }
}

function mayMove(actor: Actor, { state, proposedBy, holdsIn }: StoredRuleSet): RuleSetVersionView['may'] {
  const of = { state, proposedBy, country: holdsIn }
  return {
    approve: refusalToApprove(of, moverOf(actor)) === null,
    withdraw: refusalToWithdraw(of, moverOf(actor)) === null,
  }
}

function besideOf(
  versions: readonly StoredRuleSet[],
  holding: RuleSet,
  { leftId, rightId }: RuleSetsOfKindInput,
): RuleSetsOfKind['beside'] {
  const named = (id: string) => {
    const found = versions.find(({ ruleSetVersionId }) => ruleSetVersionId === id)
    if (!found) throw new AppError('not-found')
    return found
  }
  const [newest] = versions
  const right = rightId === null ? newest : named(rightId)
  if (!right) return null
  const left = leftId === null ? null : named(leftId)
  return {
    left: left ? sideOf(left) : sideOfHolding(versions, holding),
    right: sideOf(right),
    lines: compareRuleSets(left ? ruleSetOf(left) : holding, ruleSetOf(right)),
  }
}

function sideOf({ version, state, ruleSetVersionId }: StoredRuleSet): ComparedSide {
  return { version, state, ruleSetVersionId }
}

function sideOfHolding(versions: readonly StoredRuleSet[], holding: RuleSet): ComparedSide {
  const own = versions.find((each) => each.state === 'approved' && each.version === holding.version)
  if (own && holding.mark === 'local') return sideOf(own)
  return {
    version: holding.version,
    state: holding.mark === 'local' ? 'approved' : 'shipped',
    ruleSetVersionId: null,
  }
}
