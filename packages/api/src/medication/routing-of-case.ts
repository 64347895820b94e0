import { type DaysWithoutDose, daysWithoutDose } from '@throughcare/domain/medication/days-without-dose'
import { type DepotState, depotState } from '@throughcare/domain/medication/depot-status'
import { type PersonRouting, routeIfIntoxicated, routePerson } from '@throughcare/domain/medication/route-person'
import type { MedicationOfCase } from './medication-of-case.ts'

/** Who is rung about a person now, by the rules that hold where they are dosed. */
export type RoutingOfCase = {
  routing: PersonRouting
  /** The answer if somebody says "intoxicated now" where a dose is about to be recorded. */
  ifIntoxicated: PersonRouting
  daysWithout: DaysWithoutDose
  depot: DepotState | null
}

/** Reads the routing of a case, for its page and for its alerts alike: they never say two different things. */
export function routingOfCase({ history, place, today, current, rules }: MedicationOfCase, now: Date): RoutingOfCase {
  const daysWithout = daysWithoutDose(history, place, now, rules.depot)
  const depot = current?.rhythm === 'depot' ? depotState(history, today, rules.depot) : null
  const titration = current?.titration ?? 'unknown'
  const person = { daysWithout, titration, depot }
  const sets = { routing: rules.routing, depots: rules.depot }
  const routing = routePerson({ ...person, isIntoxicatedNow: false }, sets)
  return { routing, ifIntoxicated: routeIfIntoxicated(person, sets), daysWithout, depot }
}
