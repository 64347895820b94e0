import type { DaysWithoutDose } from './days-without-dose.ts'
import type { DepotState, DepotStatus } from './depot-status.ts'
import type { Titration } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from './medicine-table.ts'
import {
  ROUTING_RULE_SET,
  ROUTING_STATES,
  type Routing,
  type RoutingRuleSet,
  type RoutingRules,
  type RoutingState,
  routeByDays,
} from './routing.ts'

/** Whom somebody has to ring, in this order. */
export const RING_WHOM = ['person', 'dosing-point', 'prescriber'] as const
export type RingWhom = (typeof RING_WHOM)[number]

/** What else is looked at before anything is given. */
export const ALSO_CHECK = [
  /** No dose now. */
  'no-dose-now',
  /** Stay with the person. */
  'observe',
  /** Is a kit in the person's hands? */
  'naloxone',
  /** Tell the person that less is tolerated after days without. */
  'lost-tolerance',
  /** Is the person intoxicated now? */
  'intoxication',
  /** Ask for an assessment on the same day. */
  'same-day-assessment',
] as const
export type AlsoCheck = (typeof ALSO_CHECK)[number]

/** What is done in each state. */
const DONE_IN_STATE = {
  'no-gap': { ring: [], check: [] },
  watch: { ring: [], check: ['intoxication'] },
  'check-in': { ring: ['person', 'dosing-point'], check: ['naloxone', 'intoxication'] },
  'ring-prescriber': { ring: ['prescriber'], check: ['naloxone', 'lost-tolerance', 'intoxication'] },
  'treat-as-new-start': {
    ring: ['prescriber'],
    check: ['naloxone', 'lost-tolerance', 'intoxication', 'same-day-assessment'],
  },
} as const satisfies Record<RoutingState, { ring: readonly RingWhom[]; check: readonly AlsoCheck[] }>

/** A depot is routed by its status: from the end of the window on a prescriber is rung, from review on it is a new start. */
const STATE_OF_DEPOT = {
  covered: 'no-gap',
  'book-now': 'watch',
  due: 'check-in',
  'late-in-window': 'check-in',
  overdue: 'ring-prescriber',
  review: 'treat-as-new-start',
} as const satisfies Record<DepotStatus, RoutingState>

export type RoutedBy = 'days' | 'depot' | 'last-dose-unknown' | 'intoxicated-now'

/** Who is rung about a person now, and under which version of which rules. Its sentence is `rules.standing`. */
export type PersonRouting =
  | {
      kind: 'routed'
      by: RoutedBy
      state: RoutingState
      /** The band or rule that holds; null while nobody has to be rung. */
      ruleId: string | null
      ring: readonly RingWhom[]
      check: readonly AlsoCheck[]
      rules: RoutingRules
    }
  | { kind: 'not-prescribed' }

export type PersonToRoute = {
  daysWithout: DaysWithoutDose
  titration: Titration
  /** Null unless the treatment of today is a depot. */
  depot: DepotState | null
  isIntoxicatedNow: boolean
}

/**
 * Who has to be rung about this person, and what else is checked (rules ROUTE-1 to ROUTE-7, ROUTE-10 to ROUTE-12)?
 *
 * A person on a depot is routed by the depot's status alone, whatever the days say. Whoever is intoxicated now gets no
 * dose: the prescriber is rung and somebody stays, and a state that is more urgent stands. It names people, no amount.
 */
export function routePerson(
  person: PersonToRoute,
  sets: { routing: RoutingRuleSet; depots: DepotRuleSet } = { routing: ROUTING_RULE_SET, depots: DEPOT_RULE_SET },
): PersonRouting {
  const routed =
    person.depot === null
      ? routedByDays(routeByDays(person.daysWithout, person.titration, sets.routing))
      : routedByDepot(person.depot, sets.depots)
  if (routed.kind !== 'routed' || !person.isIntoxicatedNow) return routed

  const isMoreUrgent = ROUTING_STATES.indexOf(routed.state) > ROUTING_STATES.indexOf('ring-prescriber')
  const state = isMoreUrgent ? routed.state : 'ring-prescriber'
  const check: readonly AlsoCheck[] = DONE_IN_STATE[state].check.filter((each) => each !== 'intoxication')
  return {
    ...routed,
    by: 'intoxicated-now',
    state,
    ruleId: 'ROUTE-11',
    ring: DONE_IN_STATE[state].ring,
    check: ['no-dose-now', 'observe', ...check],
  }
}

/**
 * What the answer would be if somebody said "intoxicated now" at the press (rule ROUTE-11). It is worked out beforehand and shown
 * with the question, so that what is said about the person goes nowhere and is kept nowhere.
 */
export function routeIfIntoxicated(
  person: Omit<PersonToRoute, 'isIntoxicatedNow'>,
  sets?: { routing: RoutingRuleSet; depots: DepotRuleSet },
): PersonRouting {
  return routePerson({ ...person, isIntoxicatedNow: true }, sets)
}

function routedByDays(routing: Routing): PersonRouting {
  if (routing.kind === 'not-prescribed') return routing
  if (routing.kind === 'routed') {
    const { state, ruleId, rules } = routing
    return { kind: 'routed', by: 'days', state, ruleId, rules, ...DONE_IN_STATE[state] }
  }
  return lastDoseUnknown(routing.rules)
}

function routedByDepot(depot: DepotState, set: DepotRuleSet): PersonRouting {
  const standing = set.approver === null ? 'our-default-not-a-guideline' : 'local-protocol'
  const rules: RoutingRules = { id: set.id, version: set.version, standing }
  if (depot.kind === 'no-injection') return lastDoseUnknown(rules)
  // No window is known for the product: its label and a prescriber are the only guides.
  const state = depot.kind === 'window-not-known' ? 'ring-prescriber' : STATE_OF_DEPOT[depot.status]
  const ruleId = state === 'no-gap' ? null : 'ROUTE-10'
  return { kind: 'routed', by: 'depot', state, ruleId, rules, ...DONE_IN_STATE[state] }
}

/** Ring where the last dose was given, and the prescriber; nothing is guessed from what is prescribed. */
function lastDoseUnknown(rules: RoutingRules): PersonRouting {
  return {
    kind: 'routed',
    by: 'last-dose-unknown',
    state: 'ring-prescriber',
    ruleId: 'ROUTE-6',
    ring: ['dosing-point', 'prescriber'],
    check: DONE_IN_STATE['ring-prescriber'].check,
    rules,
  }
}
