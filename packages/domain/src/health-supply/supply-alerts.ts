import { addDays, daysBetween, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import type { SupplyKind, SupplyState } from './supply-codes.ts'

/** What must be told about a medicine, the most urgent first. */
export const SUPPLY_ALERTS = [
  'ring-specialist',
  'run-out',
  'runs-out-before-appointment',
  'under-30-days',
  'rest-of-course',
  'not-counted',
  'no-appointment',
  'appointment-after-14-days',
  'nobody-continues',
] as const
export type SupplyAlert = (typeof SUPPLY_ALERTS)[number]

/** Days of HIV medicine in hand at release, and days to the first appointment (rule CIR-5). */
export const HIV_SUPPLY_DAYS = 30
export const HIV_APPOINTMENT_DAYS = 14
/** Whole days without hepatitis C medicine from which a specialist is rung (rule CIR-6). */
export const HEPATITIS_C_DAYS_WITHOUT = 7
/** Days from the end of a hepatitis C course to the test that says whether it worked (rule CIR-7). */
const CURE_TEST_DAYS = 12 * 7

/** A medicine as far as its alerts ask. */
export type Supply = {
  kind: SupplyKind
  supplyDays: number | null
  countedOn: PlainDate | null
  continues: string | null
  appointmentOn: PlainDate | null
  courseEndsOn: PlainDate | null
  lastTakenOn: PlainDate | null
  state: SupplyState
}

/** The last day for which it is in hand; null when nobody counted, or nothing was there. */
export function lastsUntil({ supplyDays, countedOn }: Supply): PlainDate | null {
  return supplyDays === null || supplyDays === 0 || countedOn === null ? null : addDays(countedOn, supplyDays - 1)
}

/**
 * The day from which the test for a cure is due (rule CIR-7): twelve weeks after the course ended. Null for other medicines
 * and for a course whose end nobody knows.
 */
export function cureTestDueOn({ kind, courseEndsOn, state }: Supply): PlainDate | null {
  return kind === 'hepatitis-c' && courseEndsOn !== null && state !== 'stopped'
    ? addDays(courseEndsOn, CURE_TEST_DAYS)
    : null
}

/**
 * Whole days without the medicine after the last day on which it is known to have been taken; today is not over and does not
 * count. Null when nobody knows, or when the course was over by then.
 */
export function daysWithout({ lastTakenOn, courseEndsOn, state }: Supply, today: PlainDate): number | null {
  if (lastTakenOn === null || state !== 'under-way') return null
  const lastDay = courseEndsOn !== null && courseEndsOn < today ? addDays(courseEndsOn, 1) : today
  return Math.max(0, daysBetween(lastTakenOn, lastDay) - 1)
}

/**
 * What must be told about a medicine (rules CIR-5 and CIR-6)? Nothing once it is finished or stopped.
 *
 * The days in hand count from the release, or from today when that is later or has no date. A supply that nobody counted is
 * told, and is neither none nor enough.
 *
 * @param releaseOn the day out, or expected out; null when there is none
 */
export function supplyAlerts(supply: Supply, releaseOn: PlainDate | null, today: PlainDate): SupplyAlert[] {
  if (supply.state !== 'under-way') return []
  const { kind, appointmentOn, courseEndsOn, continues, supplyDays } = supply
  const from = releaseOn === null ? today : laterDay(releaseOn, today)
  const last = lastsUntil(supply)
  const isCounted = supplyDays !== null
  const inHand = last === null ? 0 : daysBetween(from, last) + 1
  const gone = daysWithout(supply, today)
  const due: Record<SupplyAlert, boolean> = {
    'ring-specialist': kind === 'hepatitis-c' && gone !== null && gone >= HEPATITIS_C_DAYS_WITHOUT,
    'run-out': isCounted && (last === null || last < today),
    'runs-out-before-appointment': last !== null && last >= today && appointmentOn !== null && last < appointmentOn,
    'under-30-days': kind === 'hiv' && isCounted && inHand < HIV_SUPPLY_DAYS,
    'rest-of-course':
      kind === 'hepatitis-c' &&
      courseEndsOn !== null &&
      courseEndsOn >= from &&
      continues === null &&
      (last === null || last < courseEndsOn),
    'not-counted': !isCounted,
    'no-appointment': appointmentOn === null,
    'appointment-after-14-days':
      kind === 'hiv' && appointmentOn !== null && daysBetween(releaseOn ?? today, appointmentOn) > HIV_APPOINTMENT_DAYS,
    'nobody-continues': continues === null,
  }
  return SUPPLY_ALERTS.filter((alert) => due[alert])
}
