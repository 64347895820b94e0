import { getPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { DaysWithoutDose } from './days-without-dose.ts'
import type { Titration } from './medication-history.ts'

/** Who has to be rung, from the least to the most urgent. */
export const ROUTING_STATES = ['no-gap', 'watch', 'check-in', 'ring-prescriber', 'treat-as-new-start'] as const
export type RoutingState = (typeof ROUTING_STATES)[number]

export type RoutingBand = {
  ruleId: string
  /** The band holds from this many days without a dose. */
  fromDays: number
  appliesTo: 'titration' | 'stable' | 'everyone'
  state: RoutingState
}

/**
 * From how many days without a dose on whom to ring. A default of ours and not a guideline: the screen carries that
 * sentence beside every state made from it. It routes to people; it names no amount.
 */
export const ROUTING_RULE_SET = {
  id: 'routing-by-days',
  version: 1,
  /** Where the default stands: the sentence in i18n under this code is shown with every state. */
  standing: 'our-default-not-a-guideline',
  approver: null,
  reviewBy: getPlainDate('2027-05-31'),
  source: 'The common core of the published rules in domain.md 3a.1',
  mark: 'S2',
  bands: [
    { ruleId: 'ROUTE-1', fromDays: 1, appliesTo: 'titration', state: 'ring-prescriber' },
    { ruleId: 'ROUTE-2', fromDays: 1, appliesTo: 'stable', state: 'watch' },
    { ruleId: 'ROUTE-3', fromDays: 2, appliesTo: 'stable', state: 'check-in' },
    { ruleId: 'ROUTE-4', fromDays: 3, appliesTo: 'everyone', state: 'ring-prescriber' },
    { ruleId: 'ROUTE-5', fromDays: 5, appliesTo: 'everyone', state: 'treat-as-new-start' },
  ],
} as const satisfies {
  id: string
  version: number
  standing: 'our-default-not-a-guideline'
  approver: string | null
  reviewBy: PlainDate
  source: string
  mark: 'S' | 'S2' | 'K'
  bands: readonly RoutingBand[]
}

/** How a set of bands stands here: the sentence in i18n under this code is shown with every state made from it. */
export const ROUTING_STANDINGS = ['our-default-not-a-guideline', 'no-confirmed-limit', 'local-protocol'] as const
export type RoutingStanding = (typeof ROUTING_STANDINGS)[number]

/** What an alert stores of the rules that it was made by. */
export type RoutingRules = { id: string; version: number; standing: RoutingStanding }

/** Bands in the order of their days, as a place has them: the default, or an approved protocol of its own. */
export type RoutingRuleSet = RoutingRules & { bands: readonly RoutingBand[] }

export type Routing =
  | { kind: 'routed'; state: RoutingState; ruleId: string | null; rules: RoutingRules }
  /** Nobody knows the last dose: ring the dosing point; nothing is guessed from the prescription. */
  | { kind: 'last-dose-unknown'; ruleId: 'ROUTE-6'; rules: RoutingRules }
  | { kind: 'not-prescribed' }

/**
 * On whom to ring after so many days without a dose (rules ROUTE-1 to ROUTE-6)? Titration unknown is titration. Depots
 * are routed by their own status and not by this.
 */
export function routeByDays(
  counted: DaysWithoutDose,
  titration: Titration,
  set: RoutingRuleSet = ROUTING_RULE_SET,
): Routing {
  if (counted.kind === 'not-prescribed') return { kind: 'not-prescribed' }
  const rules: RoutingRules = { id: set.id, version: set.version, standing: set.standing }
  if (counted.kind === 'unknown') return { kind: 'last-dose-unknown', ruleId: 'ROUTE-6', rules }

  const band = findRoutingBand(counted.days, titration, set)
  return { kind: 'routed', state: band?.state ?? 'no-gap', ruleId: band?.ruleId ?? null, rules }
}

/** The band with the most days that holds; null when none does. */
export function findRoutingBand(
  days: number,
  titration: Titration,
  set: RoutingRuleSet = ROUTING_RULE_SET,
): RoutingBand | null {
  const group = titration === 'no' ? 'stable' : 'titration'
  return (
    set.bands.findLast(
      (band) => band.fromDays <= days && (band.appliesTo === 'everyone' || band.appliesTo === group),
    ) ?? null
  )
}
