import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { listRuleSets as listStored } from '@throughcare/db/rule-set/rule-set-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { SHIPPED_RULE_SETS } from '@throughcare/domain/rule-set/shipped-rule-sets'
import { type RuleSetView, ruleSetOf, ruleSetView } from './rule-set-view.ts'

/** A set that waits for somebody's yes. */
export type WaitingRuleSet = RuleSetView & { ruleSetVersionId: string; proposedAt: string; proposedByName: string }

export type RuleSetList = {
  may: { propose: boolean; approve: boolean }
  /** What is in force: approved for a country or a service, then what is shipped. */
  inForce: RuleSetView[]
  /** Proposals that nobody has approved. */
  waiting: WaitingRuleSet[]
}

/** Every set of rules that is in force or waits to be: a reference, open to whoever wears a hat. */
export function listRuleSets(actor: Actor): Promise<RuleSetList> {
  return asActor(actor, async (deed) => {
    const stored = await listStored(deed)
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const view = (each: (typeof stored)[number]) => ruleSetView(ruleSetOf(each), today, stored)
    return {
      may: mayHere(actor),
      inForce: [
        ...stored.filter(({ state }) => state === 'approved').map(view),
        ...SHIPPED_RULE_SETS.map((shipped) => ruleSetView(shipped, today)),
      ],
      waiting: stored
        .filter(({ state }) => state === 'proposed')
        .map((each) => ({
          ...view(each),
          ruleSetVersionId: each.ruleSetVersionId,
          proposedAt: each.proposedAt,
          proposedByName: each.proposedByName,
        })),
    }
  })
}

/** What somebody may do with rule sets, for the buttons. */
export function mayHere(actor: Actor): RuleSetList['may'] {
  return {
    propose: mayEver(actor.role, actor.serviceKind, 'rule-set.propose'),
    approve: mayEver(actor.role, actor.serviceKind, 'rule-set.approve', actor.grants),
  }
}
