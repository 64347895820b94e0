import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { coverOn, readCover } from '../medication/covered-day.ts'
import { custodyRegime } from '../medication/custody-regime.ts'
import { type DaysWithoutDose, daysWithoutDose } from '../medication/days-without-dose.ts'
import { type DepotState, depotState } from '../medication/depot-status.ts'
import { doesCover } from '../medication/dose-outcomes.ts'
import type { CoverWay } from '../medication/dose-spans.ts'
import type { DosingPlace } from '../medication/dosing-day.ts'
import {
  type DoseEntry,
  findTreatmentOn,
  type MedicationHistory,
  type Treatment,
} from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from '../medication/medicine-table.ts'
import { type PersonRouting, routeIfIntoxicated, routePerson } from '../medication/route-person.ts'
import { ROUTING_RULE_SET, type RoutingRuleSet } from '../medication/routing.ts'
import { standingDoses, takenBackDoses } from '../medication/standing-doses.ts'
import { type InjectionDays, injectionDays } from './injection-days.ts'

/**
 * What stands in the way of "given today" with one press, so that the row opens its page or its form instead (rule LIST-1).
 * In the order in which they are looked for: the first one is told.
 */
export const QUICK_BLOCKS = [
  'not-prescribed',
  'other-service',
  'already-recorded',
  'depot',
  'covered',
  'split',
  'last-dose-unknown',
  'ring-prescriber',
  'treat-as-new-start',
] as const
export type QuickBlock = (typeof QUICK_BLOCKS)[number]

/** The rules by which the list is read: those of the service, or of its country. */
export type ListRules = { routing: RoutingRuleSet; depot: DepotRuleSet }

/** How one person stands on the dose list of a day. */
export type ListedDose = {
  /** Today at the place that gives the dose. */
  today: PlainDate
  treatment: Treatment | null
  /** `covered`: nobody expects them for a dose today, because an earlier one still holds. */
  expectation: 'expected' | 'covered'
  /** By what today is covered; null when it is not. */
  coveredBy: CoverWay | null
  /**
   * Entries about today that stand, by any service, and those that were taken back, as `entered-in-error`; in the order of
   * recording.
   */
  entries: DoseEntry[]
  daysWithout: DaysWithoutDose
  routing: PersonRouting
  /** The answer if somebody says "intoxicated now" at the press. */
  ifIntoxicated: PersonRouting
  /** Null unless the treatment is a depot. */
  depot: DepotState | null
  /** When the next injection can be given here; null where nobody told hours, and without one. */
  injection: InjectionDays | null
  /** What stands in the way of one press; null when nothing does. */
  quickBlock: QuickBlock | null
}

/** Outcomes of a depot's status in which somebody is expected for the injection, or for a prescriber. */
const EXPECTED_FOR_DEPOT = ['due', 'late-in-window', 'overdue', 'review'] as const

/**
 * How does this person stand on today's dose list of the service (rule LIST-1)?
 *
 * @param place where this service doses: its zone and, outside, its hours; inside nobody records hours.
 * @param serviceId the service whose list it is: a dose by another one is told as that.
 * @param rules those that hold where the service is: no band of another country lets one press through.
 */
export function listedDose(
  history: MedicationHistory,
  place: DosingPlace,
  serviceId: string,
  now: Date,
  rules: ListRules = { routing: ROUTING_RULE_SET, depot: DEPOT_RULE_SET },
): ListedDose {
  const today = plainDateIn(now, place.zone)
  const treatment = findTreatmentOn(history, today)
  const cover = coverOn(readCover(history, today, rules.depot), today)
  const coveredBy = cover.state === 'covered' ? cover.way : null
  const entries = [...standingDoses(history.doses).map(({ entry }) => entry), ...takenBackDoses(history.doses)]
    .filter((entry) => entry.kind !== 'take-home' && entry.forDay === today)
    .toSorted((left, right) => left.recordedAt.getTime() - right.recordedAt.getTime() || (left.id < right.id ? -1 : 1))
  const daysWithout = daysWithoutDose(history, place, now, rules.depot)
  const depot = treatment?.rhythm === 'depot' ? depotState(history, today, rules.depot) : null
  const person = { daysWithout, titration: treatment?.titration ?? 'unknown', depot } as const
  const sets = { routing: rules.routing, depots: rules.depot }
  const routing = routePerson({ ...person, isIntoxicatedNow: false }, sets)
  const isRecorded = entries.some(isTold)
  return {
    today,
    treatment,
    expectation: isRecorded || isExpected(coveredBy, depot) ? 'expected' : 'covered',
    coveredBy,
    entries,
    daysWithout,
    routing,
    ifIntoxicated: routeIfIntoxicated(person, sets),
    depot,
    injection: depot?.kind === 'injected' && place.hours ? injectionDays(depot.dates, place.hours, today) : null,
    quickBlock: findQuickBlock({ treatment, entries, coveredBy, routing }, serviceId),
  }
}

/**
 * Is a person who is inside on the list? A confirmed regime stands for every single dose (rule DOSE-4), so only those
 * without one, those with an entry today, and those who leave today: that dose starts the clock outside.
 */
export function isListedInside({ treatment, entries, today }: ListedDose, { custody }: MedicationHistory): boolean {
  if (treatment === null) return entries.length > 0
  const isConfirmed = custodyRegime(treatment, custody, today).kind === 'confirmed'
  return !isConfirmed || entries.length > 0 || custody.releaseDate === today
}

/** An entry that was taken back, and one of which nobody knows, hinder nobody from recording what happened. */
function isTold(entry: DoseEntry): boolean {
  return entry.outcome !== 'unknown' && entry.outcome !== 'entered-in-error'
}

function isExpected(coveredBy: CoverWay | null, depot: DepotState | null): boolean {
  if (depot) {
    const expected: readonly string[] = EXPECTED_FOR_DEPOT
    return depot.kind !== 'injected' || expected.includes(depot.status)
  }
  return coveredBy === null || coveredBy === 'custody-regime'
}

type Standing = Pick<ListedDose, 'treatment' | 'entries' | 'coveredBy' | 'routing'>

function findQuickBlock({ treatment, entries, coveredBy, routing }: Standing, serviceId: string): QuickBlock | null {
  if (treatment === null) return 'not-prescribed'
  const told = entries.filter(isTold)
  if (told.some((entry) => entry.serviceId !== serviceId && doesCover(entry.outcome))) return 'other-service'
  if (told.length > 0) return 'already-recorded'
  if (treatment.rhythm === 'depot') return 'depot'
  if (!isExpected(coveredBy, null)) return 'covered'
  if (treatment.rhythm === 'split') return 'split'
  if (routing.kind !== 'routed') return null
  if (routing.by === 'last-dose-unknown') return 'last-dose-unknown'
  return routing.state === 'ring-prescriber' || routing.state === 'treat-as-new-start' ? routing.state : null
}
