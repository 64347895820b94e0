import { openingOn } from '../calendar/opening-hours.ts'
import { addDays, daysFromTo, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { coverOn, lastCoveredDay, readCover } from './covered-day.ts'
import { type DosingPlace, isDosingDayOver } from './dosing-day.ts'
import { findTreatmentOn, type MedicationHistory } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from './medicine-table.ts'

export type DaysWithoutDose =
  | {
      kind: 'counted'
      /** Consecutive days without cover since the last covered one. */
      days: number
      /** Of them, days on which the dosing point was closed: "Days without a dose: 4 (closed 4)". */
      closedDays: number
      /** Of them, days about which nobody knows. They count: unknown is not fine. */
      unknownDays: number
      lastCoveredOn: PlainDate
      /** `due`: today has no dose yet, and there is still time. */
      today: 'covered' | 'due' | 'without'
    }
  /** Nothing on record covers any day, ever: not zero, not a number, and red. */
  | { kind: 'unknown'; because: 'never-covered' }
  /** No opioid maintenance treatment is prescribed today. */
  | { kind: 'not-prescribed' }

/**
 * How many days has the person been without a dose (rule DOSE-5)?
 *
 * Calendar days at the dosing point, consecutive, from the day after the last covered one to yesterday. Today counts
 * once its last dosing hour is over, at once when the place is closed all day, and at 23:59 when its hours are unknown.
 * In custody the hours of dosing are unknown. The interface says "days without a dose (closed n)" and never "missed".
 */
export function daysWithoutDose(
  history: MedicationHistory,
  place: DosingPlace,
  now: Date,
  rules: DepotRuleSet = DEPOT_RULE_SET,
): DaysWithoutDose {
  const today = plainDateIn(now, place.zone)
  if (findTreatmentOn(history, today) === null) return { kind: 'not-prescribed' }

  const reading = readCover(history, today, rules)
  const lastCoveredOn = lastCoveredDay(reading, today)
  if (lastCoveredOn === null) return { kind: 'unknown', because: 'never-covered' }
  if (lastCoveredOn === today)
    return { kind: 'counted', days: 0, closedDays: 0, unknownDays: 0, lastCoveredOn, today: 'covered' }

  const { outOn } = history.custody
  const isOver = isDosingDayOver(placeOf(place, outOn, today), today, now)
  const days = daysFromTo(addDays(lastCoveredOn, 1), isOver ? today : addDays(today, -1))
  const isClosed = (day: PlainDate) => {
    const { hours } = placeOf(place, outOn, day)
    return hours !== null && openingOn(hours, 'dosing', day).kind === 'closed'
  }
  return {
    kind: 'counted',
    days: days.length,
    closedDays: days.filter(isClosed).length,
    unknownDays: days.filter((day) => coverOn(reading, day).state === 'unknown').length,
    lastCoveredOn,
    today: isOver ? 'without' : 'due',
  }
}

/** Before the day of release the dosing point outside says nothing about the day. */
function placeOf(place: DosingPlace, outOn: PlainDate | null, day: PlainDate): DosingPlace {
  return outOn !== null && outOn <= day ? place : { zone: place.zone, hours: null }
}
