import { openingOn } from '../calendar/opening-hours.ts'
import { addDays, daysFromTo, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { type CoverReading, coverOn, type DayCover, readCover } from './covered-day.ts'
import { lastDayInside } from './custody-regime.ts'
import { daysOfRest } from './dose-spans.ts'
import { isDosingDayOver } from './dosing-day.ts'
import { type DosingFacts, dosingFacts, isDosingPossible } from './dosing-facts.ts'
import type { Medicine } from './medication-codes.ts'
import { findTreatmentOn, type Treatment } from './medication-history.ts'
import { type DepotRuleSet, depotCoversTo, findDepotRule } from './medicine-table.ts'
import type { CoverInput } from './planned-cover.ts'
import type { PlannedWay, StripState } from './strip-state.ts'

/** `facts` is null inside, for days that are past, and where nothing is prescribed. */
export type CoverDay = StripState & { day: PlainDate; facts: DosingFacts | null }

/** A history with its plan, read once, so that each of many days can be asked about cheaply. */
type CoverPlan = {
  input: CoverInput
  reading: CoverReading
  lastInside: PlainDate
  factsOn: (day: PlainDate) => DosingFacts
  planned: ReadonlyMap<PlainDate, PlannedWay>
}

/**
 * How do the days from the first to the last stand (rules DOSE-2, DOSE-7, DOSE-9)? The one place where this is decided:
 * the strip, its sentence, the forecast and every board read it.
 *
 * Days up to today are read from what was recorded. Coming days inside follow the custody regime; coming days outside
 * are covered by take-home doses, a rhythm or a depot, by a supply planned for the gate, or by being expected at the
 * dosing point, and are closed, uncovered or unknown otherwise.
 */
export function coverDays(input: CoverInput, first: PlainDate, last: PlainDate, rules: DepotRuleSet): CoverDay[] {
  const today = todayOf(input)
  const reading = readCover(input.history, today, rules)
  const lastInside = lastDayInside(input.history.custody, today)
  const outside = laterDay(today, addDays(lastInside, 1))
  const factsOn = dosingFacts(input, outside, today)
  const planned = plannedDays(input, reading, factsOn, outside, last)
  const plan: CoverPlan = { input, reading, lastInside, factsOn, planned }

  return daysFromTo(first, last).map((day) => {
    const state = stateOf(plan, day)
    const isAsked = day >= outside && state.state !== 'not-prescribed'
    return { ...state, day, facts: isAsked ? factsOn(day) : null }
  })
}

/** The calendar day that it is at the dosing point. */
export function todayOf({ now, place }: CoverInput): PlainDate {
  return plainDateIn(now, place.zone)
}

function stateOf(plan: CoverPlan, day: PlainDate): StripState {
  const cover = coverOn(plan.reading, day)
  if (cover.state === 'covered' || cover.state === 'not-prescribed' || day <= plan.lastInside) return cover

  const way = plan.planned.get(day)
  if (way !== undefined) return { state: 'covered', way }
  return day > plan.reading.today ? comingDay(plan, day) : dayUpToToday(plan, cover, day)
}

/** A day outside that has come: a recorded reason speaks before the closed door, and the closed door before silence. */
function dayUpToToday({ input, reading }: CoverPlan, cover: DayCover, day: PlainDate): StripState {
  const because = cover.state === 'uncovered' ? cover.because : null
  const isSilent = because === 'no-dose-recorded'
  if (!isSilent && because !== 'part-of-split') return cover
  if (day === reading.today && !isDosingDayOver(input.place, day, input.now)) return { state: 'due-today' }
  return (isSilent && closedOn(input, day)) || cover
}

/** A coming day outside that nothing covers: why not? The closed door is named first, since it is nobody's fault. */
function comingDay({ input, factsOn }: CoverPlan, day: PlainDate): StripState {
  const facts = factsOn(day)
  if (facts.dosing === 'no-dosing-point') return { state: 'uncovered', because: 'no-dosing-point' }
  const closed = closedOn(input, day)
  if (closed !== null) return closed

  const { firstAppointment } = input
  if (facts.prescription !== 'there') {
    if (firstAppointment === null) return { state: 'uncovered', because: 'no-appointment' }
    if (day < firstAppointment) return { state: 'uncovered', because: 'before-first-appointment' }
  }
  if (facts.prescription === 'not-there') return { state: 'uncovered', because: 'no-prescription' }
  if (facts.reachable === 'no') return { state: 'uncovered', because: 'not-reachable' }
  return facts.dosing === 'hours-unknown'
    ? { state: 'unknown', because: 'hours-unknown' }
    : { state: 'uncovered', because: 'no-appointment' }
}

function closedOn({ place }: CoverInput, day: PlainDate): Extract<StripState, { state: 'closed' }> | null {
  const opening = place.hours && openingOn(place.hours, 'dosing', day)
  if (opening?.kind !== 'closed') return null
  const { kind: state, ...why } = opening
  return { state, ...why }
}

/**
 * The coming days that a supply planned for the gate covers, and those on which the person can be expected at the dosing
 * point, with the days on which the rhythm then rests.
 */
function plannedDays(
  input: CoverInput,
  reading: CoverReading,
  factsOn: CoverPlan['factsOn'],
  outside: PlainDate,
  last: PlainDate,
): Map<PlainDate, PlannedWay> {
  const { history, today } = reading
  const found = supplyDays(input, today)
  const first = firstDayThere(reading, input.firstAppointment)
  for (const day of daysFromTo(outside, last)) {
    const treatment = findTreatmentOn(history, day)
    if (treatment === null) continue
    const isDepot = treatment.rhythm === 'depot'
    // A day that is covered anyway asks for no dose by mouth; an injection inside the old window begins a new one.
    if (!isDepot && (found.has(day) || coverOn(reading, day).state === 'covered')) continue
    const facts = factsOn(day)
    // A depot is expected on its appointment alone; a prescription that lies there expects the person every day.
    const isExpected = isDepot
      ? day === input.firstAppointment && mayBeInjected(reading, treatment.medicine, day)
      : facts.prescription === 'there' || (first !== null && first <= day)
    if (!isExpected || !isDosingPossible(facts)) continue
    if (day === today && isDosingDayOver(input.place, day, input.now)) continue

    if (day > today) found.set(day, 'expected-there')
    const coversTo = isDepot
      ? depotCoversTo(day, treatment.medicine, reading.rules, isFirstOf(reading, treatment.medicine))
      : addDays(day, daysOfRest(treatment, day))
    for (const next of daysFromTo(addDays(day, 1), coversTo)) found.set(next, isDepot ? 'depot' : 'rhythm')
  }
  return found
}

/**
 * The coming days of a supply that is planned for the gate and can be carried home. Once the person is out it either was
 * issued, and is on record, or it was not; the same when a release date passed and nobody said more.
 */
function supplyDays({ history, plannedSupply }: CoverInput, today: PlainDate): Map<PlainDate, PlannedWay> {
  const found = new Map<PlainDate, PlannedWay>()
  const { outOn, releaseDate } = history.custody
  if (plannedSupply === null || outOn !== null || (releaseDate !== null && releaseDate < today)) return found

  const { from, to } = plannedSupply
  for (const day of daysFromTo(laterDay(from, addDays(today, 1)), to))
    if (isCarriedHome(findTreatmentOn(history, day))) found.set(day, 'planned-supply')

  const last = found.has(to) ? findTreatmentOn(history, to) : null
  const rests = last === null ? 0 : daysOfRest(last, to)
  for (const day of daysFromTo(addDays(to, 1), addDays(to, rests))) found.set(day, 'rhythm')
  return found
}

function isCarriedHome(treatment: Treatment | null): boolean {
  return treatment !== null && treatment.rhythm !== 'depot'
}

/** Does the label allow an injection on this day? Before it does, a booked one counts for nothing. */
function mayBeInjected({ injections, rules }: CoverReading, medicine: Medicine, day: PlainDate): boolean {
  return injections.every((each) => {
    const rule = findDepotRule(medicine, rules, each.isFirst && each.medicine === medicine)
    return rule === null || addDays(each.on, rule.notBeforeDay) <= day
  })
}

/** Would the next injection of this product be the first on record? */
function isFirstOf({ injections }: CoverReading, medicine: Medicine): boolean {
  return !injections.some((each) => each.medicine === medicine)
}

/** Somebody who was dosed there already needs no first appointment. */
function firstDayThere({ history, spans }: CoverReading, firstAppointment: PlainDate | null): PlainDate | null {
  const { outOn } = history.custody
  const dosedThere = spans.find((span) => outOn !== null && span.way === 'supervised' && span.from > outOn)
  return dosedThere?.from ?? firstAppointment
}
