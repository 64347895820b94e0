import type { Deed } from '@throughcare/db/as-actor'
import { findApproved, findApprovedOfCase, type StoredRuleSet } from '@throughcare/db/rule-set/rule-set-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import type { RoutingRuleSet } from '@throughcare/domain/medication/routing'
import { type RulesPlace, ruleSetFor } from '@throughcare/domain/rule-set/rule-set-for'
import { depotRulesOf, routingRulesOf } from '@throughcare/domain/rule-set/rules-of-engine'
import { localRuleSets, type RuleSetView, ruleSetView } from './rule-set-view.ts'

/** The rules that hold for a place now, as the engine takes them and as a page tells of them. */
export type RulesInForce = {
  routing: RoutingRuleSet
  depot: DepotRuleSet
  told: { routing: RuleSetView; depot: RuleSetView; supply: RuleSetView }
}

/** What has been approved for these places, read once for a whole list. */
export type ApprovedRules = { stored: readonly StoredRuleSet[]; now: Date }

/** Reads what has been approved for these places and their countries, in one query. */
export async function findApprovedRules(deed: Deed, places: readonly RulesPlace[]): Promise<ApprovedRules> {
  return { stored: await findApproved(deed, places), now: deed.now }
}

/** The same for where the person of a case is dosed, and was held. */
export async function findApprovedRulesOfCase(deed: Deed, episodeId: string): Promise<ApprovedRules> {
  return { stored: await findApprovedOfCase(deed, episodeId), now: deed.now }
}

/** Which rules hold for one of the places that were asked about (rule ROUTE-8)? */
export function rulesInForce({ stored, now }: ApprovedRules, place: RulesPlace, today: PlainDate): RulesInForce {
  const local = localRuleSets(stored)
  const routing = ruleSetFor('routing-by-days', place, now, local)
  const depot = ruleSetFor('depot-windows', place, now, local)
  const supply = ruleSetFor('supply-limits', place, now, local)
  return {
    routing: routingRulesOf(routing),
    depot: depotRulesOf(depot),
    told: {
      routing: ruleSetView(routing, today, stored),
      depot: ruleSetView(depot, today, stored),
      supply: ruleSetView(supply, today, stored),
    },
  }
}
