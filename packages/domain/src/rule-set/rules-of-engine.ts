import { DEPOT_RULE_SET, type DepotRule, type DepotRuleSet } from '../medication/medicine-table.ts'
import { ROUTING_RULE_SET, type RoutingRuleSet } from '../medication/routing.ts'
import type { RuleSetOf } from './rule-set.ts'
import type { DepotWindow } from './rule-set-body.ts'
import { DEPOT_MEDICINES } from './rule-set-codes.ts'
import { NO_CONFIRMED_LIMIT } from './shipped-rule-sets.ts'

/** The bands as the engine takes them. A band of a local protocol is named by its place in it. */
export function routingRulesOf(set: RuleSetOf<'routing-by-days'>): RoutingRuleSet {
  if (set.id === ROUTING_RULE_SET.id) return ROUTING_RULE_SET
  const isNoLimit = set.id === NO_CONFIRMED_LIMIT.id
  return {
    id: set.id,
    version: set.version,
    standing: isNoLimit ? 'no-confirmed-limit' : 'local-protocol',
    bands: set.body.bands
      .toSorted((left, right) => left.fromDays - right.fromDays)
      .map((band, index) => ({ ...band, ruleId: isNoLimit ? 'ROUTE-7' : `band-${index + 1}` })),
  }
}

/** The windows as the engine takes them. */
export function depotRulesOf(set: RuleSetOf<'depot-windows'>): DepotRuleSet {
  if (set.id === DEPOT_RULE_SET.id) return DEPOT_RULE_SET
  const ruleOf = (window: DepotWindow, ruleId: string): DepotRule => ({
    ...window,
    ruleId,
    reviewAtLatestDay: null,
    source: set.source,
    mark: 'S',
  })
  return {
    id: set.id,
    version: set.version,
    approver: set.approver,
    reviewBy: set.reviewBy,
    products: Object.fromEntries(
      DEPOT_MEDICINES.map((medicine) => [medicine, ruleOf(set.body.products[medicine], medicine)]),
    ),
    firstInjections: Object.fromEntries(
      Object.entries(set.body.firstInjections ?? {}).map(([medicine, window]) => [
        medicine,
        ruleOf(window, `${medicine}, first`),
      ]),
    ),
  }
}
