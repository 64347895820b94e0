import { type OpeningHours, openIntervalsOn } from '../calendar/opening-hours.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { type ClockTime, scheduledInstant, type Zone } from '../calendar/zone.ts'

/** Where a person is dosed. `hours` is null while no dosing point is chosen, and inside, where nobody records them. */
export type DosingPlace = {
  zone: Zone
  hours: OpeningHours | null
  /**
   * Up to when the dosing point waits for this person on the days on which it doses, because a late arrival was agreed as
   * their own strategy. Such a time is not late, and never makes a day without a dose.
   */
  agreedUntil?: ClockTime | null
}

/** With unknown hours a day without a dose counts from here. */
export const END_OF_UNKNOWN_DAY = '23:59' as ClockTime

/**
 * When can nobody be dosed any more on this day (rule DOSE-5)? After the day's last dosing hour; from its first moment
 * on (null) when the place is closed all day; at 23:59 when its hours are unknown. A later time agreed with the person
 * holds on every day on which the place doses.
 */
export function lastDosingInstant(place: DosingPlace, day: PlainDate): Date | null {
  const opening = place.hours && openIntervalsOn(place.hours, 'dosing', day)
  if (opening === null || opening.kind === 'hours-unknown') return scheduledInstant(day, END_OF_UNKNOWN_DAY, place.zone)
  const last = opening.intervals.reduce<Date | null>((latest, each) => laterOf(latest, each.to), null)
  if (last === null || !place.agreedUntil) return last
  return laterOf(last, scheduledInstant(day, place.agreedUntil, place.zone))
}

/** Is this day over for dosing, so that a day without a dose counts as one (rule DOSE-5)? */
export function isDosingDayOver(place: DosingPlace, day: PlainDate, now: Date): boolean {
  const last = lastDosingInstant(place, day)
  return last === null || last <= now
}

function laterOf(left: Date | null, right: Date): Date {
  return left !== null && left > right ? left : right
}
