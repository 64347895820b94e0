import type { DaysWithoutDose } from '../medication/days-without-dose.ts'
import type { DepotState, DepotStatus } from '../medication/depot-status.ts'
import type { PersonRouting } from '../medication/route-person.ts'
import type { RoutingRules, RoutingState } from '../medication/routing.ts'

/** What about the doses raised an alert. */
export const ALERT_RULES = ['days', 'depot', 'last-dose-unknown'] as const
export type AlertRule = (typeof ALERT_RULES)[number]

/** Why an alert ended. */
export const ALERT_END_REASONS = [
  'covered',
  'state-changed',
  'not-prescribed',
  'died',
  'deported',
  'back-in-custody',
] as const
export type AlertEndReason = (typeof ALERT_END_REASONS)[number]

/** What an alert says, and by which rules. */
export type AlertToRaise = {
  rule: AlertRule
  state: Exclude<RoutingState, 'no-gap'>
  depotStatus: DepotStatus | 'window-not-known' | null
  /** Days without a dose. Null: nobody knows, or a depot raised it. */
  days: number | null
  ruleId: string | null
  rules: RoutingRules
}

/** How the person stands now. */
export type AlertFacts = {
  routing: PersonRouting
  daysWithout: DaysWithoutDose
  depot: DepotState | null
  /** Nothing is raised about somebody who died, or whose next doses are another episode's. */
  over: 'died' | 'deported' | 'back-in-custody' | null
}

export type AlertDecision = { end: AlertEndReason | null; raise: AlertToRaise | null }

const NOTHING: AlertDecision = { end: null, raise: null }

/**
 * What becomes of the alert that goes on (rule ROUTE-9)? It stays for as long as it says the same, under the version of the rules
 * that raised it, also when another version has been approved since. When it would say something else it ends, and another
 * one is raised under the rules that hold now. Days that pass inside one band change nothing.
 */
export function decideDoseAlert(
  current: Pick<AlertToRaise, 'rule' | 'state' | 'depotStatus'> | null,
  facts: AlertFacts,
): AlertDecision {
  if (facts.over !== null) return { end: current && facts.over, raise: null }
  if (facts.routing.kind === 'not-prescribed') return { end: current && 'not-prescribed', raise: null }

  const wanted = alertOf(facts.routing, facts)
  if (wanted === null) return { end: current && 'covered', raise: null }
  if (current === null) return { end: null, raise: wanted }
  return saysTheSame(current, wanted) ? NOTHING : { end: 'state-changed', raise: wanted }
}

/** What would be raised now; null when nobody has to be rung. */
function alertOf(
  { by, state, ruleId, rules }: Extract<PersonRouting, { kind: 'routed' }>,
  { daysWithout, depot }: AlertFacts,
): AlertToRaise | null {
  // Intoxicated now is said at the desk and over when the desk is left: it is no standing alert.
  if (state === 'no-gap' || by === 'intoxicated-now') return null
  return {
    rule: by,
    state,
    depotStatus: by === 'depot' ? statusOf(depot) : null,
    days: by === 'days' && daysWithout.kind === 'counted' ? daysWithout.days : null,
    ruleId,
    rules,
  }
}

function statusOf(depot: DepotState | null): AlertToRaise['depotStatus'] {
  return depot?.kind === 'injected' ? depot.status : 'window-not-known'
}

function saysTheSame(
  current: Pick<AlertToRaise, 'rule' | 'state' | 'depotStatus'>,
  wanted: Pick<AlertToRaise, 'rule' | 'state' | 'depotStatus'>,
): boolean {
  return current.rule === wanted.rule && current.state === wanted.state && current.depotStatus === wanted.depotStatus
}
