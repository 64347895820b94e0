import type { LocalRuleSet, RuleSet, RuleSetOf, RuleSetScope } from './rule-set.ts'
import { RULE_SET_REACHES, type RuleSetKind, type RuleSetReach } from './rule-set-codes.ts'
import { SHIPPED_RULE_SETS } from './shipped-rule-sets.ts'

/** For whom rules are asked: a dosing point, or a country while no place is chosen. */
export type RulesPlace = { serviceId: string | null; country: string }

/**
 * Which version holds for this place at this instant (rule ROUTE-8)? The service's own before its country's before everywhere's; of one
 * reach what was approved here before what is shipped. Total: what is shipped has an answer for every place.
 *
 * A version holds from its approval to the one that follows it or to its withdrawal, whatever its review date: an approved
 * protocol that is due for review is better than a default that nobody approved, and the screen says so.
 */
export function ruleSetFor<Kind extends RuleSetKind>(
  kind: Kind,
  place: RulesPlace,
  at: Date,
  local: readonly LocalRuleSet[],
  shipped: readonly RuleSet[] = SHIPPED_RULE_SETS,
): RuleSetOf<Kind> {
  const holding = [...local.filter((each) => holdsAt(each, at)).map(({ rules }) => rules), ...shipped].filter(
    (rules): rules is RuleSetOf<Kind> => rules.kind === kind,
  )
  for (const reach of RULE_SET_REACHES) {
    const found = holding.find(({ scope }) => reachOf(scope) === reach && holdsIn(scope, place))
    if (found) return found
  }
  throw new RangeError(`nothing is shipped that holds everywhere for ${kind}`)
}

/** How wide a scope is. */
export function reachOf({ country, serviceId }: RuleSetScope): RuleSetReach {
  if (serviceId !== null) return 'service'
  return country === null ? 'everywhere' : 'country'
}

function holdsIn({ country, serviceId }: RuleSetScope, place: RulesPlace): boolean {
  if (serviceId !== null) return serviceId === place.serviceId
  return country === null || country === place.country
}

function holdsAt({ holdsFrom, holdsUntil }: LocalRuleSet, at: Date): boolean {
  return holdsFrom <= at && (holdsUntil === null || at < holdsUntil)
}
