import { openingOn } from '../calendar/opening-hours.ts'
import { addDays, daysBetween, daysFromTo, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import type { WayCode } from '../cover-plan/cover-plan-codes.ts'
import { readCover } from './covered-day.ts'
import { type DosingPlace, isDosingDayOver } from './dosing-day.ts'
import { type Forecast, type ForecastInput, forecastCover } from './forecast.ts'
import type { DoseKind, Medicine } from './medication-codes.ts'
import { type DoseEntry, findTreatmentOn, type Treatment } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, findDepotRule } from './medicine-table.ts'
import type { DayRange } from './standing-doses.ts'

/** A forecast, and what could be tried against its first gap. */
export type WaysInput = ForecastInput & {
  /** The depot that a clinician agreed to, if one did. Null: the person's own, or else the one with the shortest window. */
  depotMedicine: Medicine | null
  otherDosingPoints: readonly { serviceId: string; place: DosingPlace }[]
  /** Days before `releaseOn` to which the law of the place lets the release be moved; empty where no law is sourced. */
  earlierReleaseDays: readonly PlainDate[]
}

/**
 * One way against the first gap. `remainingGapDays`: days of the gap that stay without cover although this is done, and
 * days that it would leave without cover before the gap or right after it.
 */
export type WayToClose = { remainingGapDays: number } & (
  | { way: 'depot-before-release'; condition: 'clinically-agreed'; medicine: Medicine; injectOn: PlainDate }
  | { way: 'bridging-supply'; supply: DayRange }
  | { way: 'other-dosing-point'; serviceId: string; openDays: PlainDate[] }
  | { way: 'earlier-appointment'; appointmentOn: PlainDate }
  | { way: 'earlier-release'; condition: 'law-allows'; releaseOn: PlainDate; appointmentOn: PlainDate | null }
)

type Gap = NonNullable<Forecast['firstGap']>
type Trial = { input: WaysInput; today: PlainDate; gap: Gap; before: Forecast; rules: DepotRuleSet }

/** The depot with the shortest window: whatever product is agreed in its place lasts at least as long. */
const SHORTEST_DEPOT: Medicine = 'buprenorphine-weekly-depot'

/** Stands for entries that nobody recorded: a trial is never stored. */
const NOWHERE = 'trial'

/**
 * What could close the first gap, in the order in which it should be asked for, each with the days that would still remain
 * (rule DOSE-10)? Every way is tried by forecasting once more with it done. Ways that cannot be tried are not named: a
 * supply of what is never taken home, an earlier release where no law is sourced. Empty without a gap.
 *
 * Nothing here is advice about medicine: whether a depot is right is agreed by a clinician first.
 */
export function waysToClose(input: WaysInput, rules: DepotRuleSet = DEPOT_RULE_SET): WayToClose[] {
  const before = forecastCover(input, rules)
  if (before.firstGap === null) return []
  const today = plainDateIn(input.now, input.place.zone)
  const trial: Trial = { input, today, gap: before.firstGap, before, rules }
  const inOrder: Record<WayCode, WayToClose[]> = {
    'depot-before-release': depotWays(trial),
    'bridging-supply': supplyWays(trial),
    'other-dosing-point': placeWays(trial),
    'earlier-appointment': appointmentWays(trial),
    'earlier-release': releaseWays(trial),
  }
  return Object.values(inOrder).flat()
}

function depotWays(trial: Trial): WayToClose[] {
  const { input, today, gap, rules } = trial
  const { custody, treatments } = input.history
  const current = findTreatmentOn(input.history, gap.from)
  if (custody.outOn !== null || input.releaseOn < today || current === null) return []
  const medicine = input.depotMedicine ?? (current.rhythm === 'depot' ? current.medicine : SHORTEST_DEPOT)
  const injectOn = laterDay(laterDay(today, addDays(input.releaseOn, -1)), labelAllowsFrom(trial, medicine) ?? today)
  if (injectOn > input.releaseOn) return []

  const depot: Treatment = { ...current, id: NOWHERE, medicine, rhythm: 'depot', startedOn: injectOn, endedOn: null }
  const history = {
    ...input.history,
    treatments: [...treatments, depot],
    doses: [...input.history.doses, dose(depot, 'depot', injectOn, injectOn)],
  }
  const remainingGapDays = remaining(trial, forecastCover({ ...input, history }, rules))
  return [{ way: 'depot-before-release', condition: 'clinically-agreed', medicine, injectOn, remainingGapDays }]
}

/** The first day on which the label allows the next injection of this product; null when none was given. */
function labelAllowsFrom({ input, today, rules }: Trial, medicine: Medicine): PlainDate | null {
  const last = readCover(input.history, today, rules).injections.at(-1)
  const rule = last && findDepotRule(medicine, rules, last.isFirst && last.medicine === medicine)
  return rule ? addDays(last.on, rule.notBeforeDay) : null
}

function supplyWays(trial: Trial): WayToClose[] {
  const { input, today, gap } = trial
  const treatment = byMouth(trial)
  const supply = { from: laterDay(gap.from, today), to: gap.to }
  if (treatment === null || supply.from > supply.to) return []
  const doses = [dose(treatment, 'take-home', supply.from, supply.to)]
  return [{ way: 'bridging-supply', supply, remainingGapDays: withDoses(trial, input, doses) }]
}

/** Each other place that doses on a day of the gap, the one that leaves the fewest days first. */
function placeWays(trial: Trial): WayToClose[] {
  const { input, today, gap } = trial
  const treatment = byMouth(trial)
  if (treatment === null) return []
  return input.otherDosingPoints
    .flatMap(({ serviceId, place }): WayToClose[] => {
      const openDays = daysFromTo(laterDay(gap.from, today), gap.to).filter((day) => canDose(trial, place, day))
      // As taken elsewhere: a supervised dose would say that the person is known at their own dosing point already.
      const doses = openDays.map((day) => dose(treatment, 'take-home', day, day))
      const remainingGapDays = withDoses(trial, input, doses)
      return openDays.length > 0 ? [{ way: 'other-dosing-point', serviceId, openDays, remainingGapDays }] : []
    })
    .toSorted((left, right) => left.remainingGapDays - right.remainingGapDays)
}

function appointmentWays(trial: Trial): WayToClose[] {
  const { input, gap } = trial
  const appointmentOn = byMouth(trial) === null ? dayToInject(trial) : firstOpenDay(trial, gap.from)
  const { firstAppointment } = input
  const isSooner = firstAppointment === null || (appointmentOn !== null && appointmentOn < firstAppointment)
  if (appointmentOn === null || !isSooner) return []
  const after = forecastCover({ ...input, firstAppointment: appointmentOn }, trial.rules)
  return [{ way: 'earlier-appointment', appointmentOn, remainingGapDays: remaining(trial, after) }]
}

/** A depot is best injected on the last open day before its window is over, or else as soon as possible. */
function dayToInject(trial: Trial): PlainDate | null {
  const { input, today, gap } = trial
  const inTime = daysFromTo(laterDay(today, addDays(input.releaseOn, 1)), addDays(gap.from, -1))
  return inTime.findLast((day) => canDose(trial, input.place, day)) ?? firstOpenDay(trial, gap.from)
}

function firstOpenDay(trial: Trial, from: PlainDate): PlainDate | null {
  return daysFromTo(from, trial.gap.to).find((day) => canDose(trial, trial.input.place, day)) ?? null
}

/** Each day that the law allows, with the first appointment moved to the first open day after it. */
function releaseWays(trial: Trial): WayToClose[] {
  const { input, today } = trial
  if (input.history.custody.outOn !== null) return []
  return input.earlierReleaseDays
    .filter((releaseOn) => today <= releaseOn && releaseOn < input.releaseOn)
    .map((releaseOn): WayToClose => {
      const appointmentOn = firstOpenDay(trial, addDays(releaseOn, 1)) ?? input.firstAppointment
      const days = input.days + daysBetween(releaseOn, input.releaseOn)
      const after = forecastCover({ ...input, releaseOn, days, firstAppointment: appointmentOn }, trial.rules)
      const remainingGapDays = remaining(trial, after)
      return { way: 'earlier-release', condition: 'law-allows', releaseOn, appointmentOn, remainingGapDays }
    })
    .toSorted((left, right) => left.remainingGapDays - right.remainingGapDays)
}

/** The treatment of the gap when it can be carried home; null for depots. */
function byMouth({ input, gap }: Trial): Treatment | null {
  const treatment = findTreatmentOn(input.history, gap.from)
  return treatment?.rhythm === 'depot' ? null : treatment
}

function canDose({ input, today }: Trial, place: DosingPlace, day: PlainDate): boolean {
  if (place.hours === null || openingOn(place.hours, 'dosing', day).kind !== 'open') return false
  return day > today || (day === today && !isDosingDayOver(place, day, input.now))
}

function withDoses(trial: Trial, input: WaysInput, doses: readonly DoseEntry[]): number {
  const history = { ...input.history, doses: [...input.history.doses, ...doses] }
  return remaining(trial, forecastCover({ ...input, history }, trial.rules))
}

function dose(treatment: Treatment, kind: DoseKind, forDay: PlainDate, toDay: PlainDate): DoseEntry {
  const at = new Date(0)
  return {
    id: `${NOWHERE} ${kind} ${forDay}`,
    treatmentId: treatment.id,
    kind,
    outcome: kind === 'take-home' ? 'issued' : 'given',
    forDay,
    toDay,
    parts: treatment.dosesPerDay,
    givenAt: at,
    recordedAt: at,
    serviceId: NOWHERE,
    correctsDoseId: null,
  }
}

/** Days without cover up to the end of the gap, and those that follow right after it and had cover before. */
function remaining({ gap, before }: Trial, after: Forecast): number {
  const without = new Set(after.uncovered.map((each) => each.day))
  const hadNone = new Set(before.uncovered.map((each) => each.day))
  const upToGap = after.uncovered.filter(({ day }) => day <= gap.to && (day >= gap.from || !hadNone.has(day))).length
  let next = addDays(gap.to, 1)
  while (without.has(next) && !hadNone.has(next)) next = addDays(next, 1)
  return upToGap + daysBetween(gap.to, next) - 1
}
