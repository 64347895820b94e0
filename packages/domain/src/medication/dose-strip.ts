import { type ClosedReason, openingOn } from '../calendar/opening-hours.ts'
import { addDays, daysFromTo, earlierDay, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { type CoverReading, coverOn, readCover, type UncoveredReason, type UnknownReason } from './covered-day.ts'
import { lastDayInside } from './custody-regime.ts'
import { type CoverWay, daysOfRest } from './dose-spans.ts'
import { type DosingPlace, isDosingDayOver } from './dosing-day.ts'
import { type CustodyFacts, findTreatmentOn, type MedicationHistory } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, depotCoversTo } from './medicine-table.ts'

/** The strip shows so many days before the release, its day, and so many after: 22 in all. */
export const STRIP_DAYS_BEFORE = 7
export const STRIP_DAYS_AFTER = 14

export const STRIP_STATES = ['covered', 'due-today', 'closed', 'uncovered', 'unknown', 'not-prescribed'] as const

export type StripState =
  /** `expected-there`: a coming day from the first appointment on, on which the dosing point doses. Not a dose taken. */
  | { state: 'covered'; way: CoverWay | 'expected-there' }
  /** No dose yet, and there is still time. */
  | { state: 'due-today' }
  /** Without a dose, and the dosing point is shut: nobody's fault, and a day without a dose all the same. */
  | { state: 'closed'; because: ClosedReason; holiday: string | null }
  | { state: 'uncovered'; because: UncoveredReason | 'before-first-appointment' | 'no-appointment' | 'no-dosing-point' }
  | { state: 'unknown'; because: UnknownReason | 'hours-unknown' }
  | { state: 'not-prescribed' }

/** `fromRelease` counts local dates: -7 a week before, 0 the day itself. */
export type StripDay = StripState & { day: PlainDate; fromRelease: number }

export type StripInput = {
  history: MedicationHistory
  place: DosingPlace
  /** The first day on which the community expects the person for a dose. Null: nothing is booked. */
  firstAppointment: PlainDate | null
  now: Date
}

/**
 * How do the 22 days around the release stand (rule DOSE-7)?
 *
 * Days up to today are read from what was recorded. Coming days inside follow the custody regime; coming days outside
 * are covered by take-home doses, a rhythm or a depot, or expected at the dosing point from the first appointment on,
 * and are closed, uncovered or unknown otherwise. Without a date the strip stands around today: the person could leave.
 */
export function doseStrip(input: StripInput, rules: DepotRuleSet = DEPOT_RULE_SET): StripDay[] {
  const { history, place, now } = input
  const today = plainDateIn(now, place.zone)
  const reading = readCover(history, today, rules)
  const anchor = stripAnchor(history.custody, today)
  const expected = expectedThere(reading, input, addDays(anchor, STRIP_DAYS_AFTER))

  return daysFromTo(addDays(anchor, -STRIP_DAYS_BEFORE), addDays(anchor, STRIP_DAYS_AFTER)).map((day, index) => ({
    day,
    fromRelease: index - STRIP_DAYS_BEFORE,
    ...stateOf(reading, input, expected, day),
  }))
}

/**
 * The day around which the strip stands: the day the person went out; else the date of release; else today. A date that
 * passed without being confirmed says nothing, so today is taken.
 */
export function stripAnchor(custody: CustodyFacts, today: PlainDate): PlainDate {
  if (custody.outOn !== null) return custody.outOn
  const { releaseDate, certainty } = custody
  return releaseDate !== null && (releaseDate >= today || certainty === 'confirmed') ? releaseDate : today
}

function stateOf(
  reading: CoverReading,
  input: StripInput,
  expected: ReadonlyMap<PlainDate, CoverWay | 'expected-there'>,
  day: PlainDate,
): StripState {
  const cover = coverOn(reading, day)
  if (cover.state === 'covered' || cover.state === 'not-prescribed') return cover
  if (day <= lastDayInside(reading.history.custody, reading.today)) return cover

  const way = expected.get(day)
  if (way !== undefined) return { state: 'covered', way }
  return day > reading.today ? comingDay(input, day) : dayUpToToday(reading, input, cover, day)
}

/** A day outside that has come: a recorded reason speaks before the closed door, and the closed door before silence. */
function dayUpToToday(reading: CoverReading, input: StripInput, cover: StripState, day: PlainDate): StripState {
  const isSilent = cover.state === 'uncovered' && cover.because === 'no-dose-recorded'
  const isPartly = cover.state === 'uncovered' && cover.because === 'part-of-split'
  if (!isSilent && !isPartly) return cover
  if (day === reading.today && !isDosingDayOver(input.place, day, input.now)) return { state: 'due-today' }
  const opening = input.place.hours && openingOn(input.place.hours, 'dosing', day)
  return isSilent && opening?.kind === 'closed'
    ? { state: 'closed', because: opening.because, holiday: opening.holiday }
    : cover
}

/** A coming day outside that nothing covers. */
function comingDay({ place, firstAppointment }: StripInput, day: PlainDate): StripState {
  if (place.hours === null) return { state: 'uncovered', because: 'no-dosing-point' }
  const opening = openingOn(place.hours, 'dosing', day)
  if (opening.kind === 'closed') return { state: 'closed', because: opening.because, holiday: opening.holiday }
  if (firstAppointment === null) return { state: 'uncovered', because: 'no-appointment' }
  if (day < firstAppointment) return { state: 'uncovered', because: 'before-first-appointment' }
  return opening.kind === 'hours-unknown'
    ? { state: 'unknown', because: 'hours-unknown' }
    : { state: 'uncovered', because: 'no-appointment' }
}

/**
 * The coming days on which the person can be expected at the dosing point, with the days on which the rhythm then rests.
 * A depot is expected on the appointment alone. Somebody who was dosed there already needs no first appointment.
 */
function expectedThere(
  reading: CoverReading,
  { place, firstAppointment, now }: StripInput,
  to: PlainDate,
): Map<PlainDate, CoverWay | 'expected-there'> {
  const found = new Map<PlainDate, CoverWay | 'expected-there'>()
  const { history, today } = reading
  const first = firstDayThere(reading, firstAppointment)
  if (place.hours === null || first === null) return found

  const outside = laterDay(today, addDays(lastDayInside(history.custody, today), 1))
  for (const day of daysFromTo(laterDay(first, outside), to)) {
    const treatment = findTreatmentOn(history, day)
    const isTodayOver = day === today && isDosingDayOver(place, day, now)
    if (treatment === null || isTodayOver || found.has(day) || coverOn(reading, day).state === 'covered') continue
    if (treatment.rhythm === 'depot' && day !== firstAppointment) continue
    if (openingOn(place.hours, 'dosing', day).kind !== 'open') continue

    if (day > today) found.set(day, 'expected-there')
    const isDepot = treatment.rhythm === 'depot'
    const coversTo = isDepot
      ? depotCoversTo(day, treatment.medicine, reading.rules)
      : addDays(day, daysOfRest(treatment, day))
    for (const next of daysFromTo(addDays(day, 1), coversTo)) found.set(next, isDepot ? 'depot' : 'rhythm')
  }
  return found
}

function firstDayThere({ history, spans }: CoverReading, firstAppointment: PlainDate | null): PlainDate | null {
  const { outOn } = history.custody
  const dosedThere = spans.find((span) => outOn !== null && span.way === 'supervised' && span.from > outOn)
  if (dosedThere === undefined || firstAppointment === null) return dosedThere?.from ?? firstAppointment
  return earlierDay(dosedThere.from, firstAppointment)
}
