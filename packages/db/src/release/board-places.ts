import type {
  ClockInterval,
  OpeningHours,
  OpeningPurpose,
  WeeklyHours,
} from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import { getZone } from '@throughcare/domain/calendar/zone'

/** A place at which somebody on the page is to be dosed, as the board's statement reads it. */
export type BoardPlace = {
  id: string
  country: string
  timeZone: string
  canDose: boolean
  hours: { purpose: OpeningPurpose; weekday: Weekday; opens: string; closes: string }[]
  closures: { from: PlainDate; to: PlainDate; reason: string }[]
  holidays: { on: PlainDate; name: string }[]
  said: OpeningHours['confirmedDays']
}

/**
 * The places by id, as the calendar of packages/domain takes them. No row for a purpose: nobody told us (`null`); a place that
 * doses nobody is never open for dosing.
 */
export function openingHoursOf(places: readonly BoardPlace[]): ReadonlyMap<string, OpeningHours> {
  return new Map(
    places.map((place) => [
      place.id,
      {
        zone: getZone(place.timeZone),
        weekly: { open: weeklyOf(place, 'open'), dosing: place.canDose ? weeklyOf(place, 'dosing') : {} },
        closures: place.closures,
        holidays: place.holidays,
        confirmedDays: place.said,
      },
    ]),
  )
}

function weeklyOf(place: BoardPlace, purpose: OpeningPurpose): WeeklyHours | null {
  const told = place.hours.filter((each) => each.purpose === purpose)
  if (told.length === 0) return null
  const byDay = Map.groupBy(told, (each) => `${each.weekday}` as const)
  return Object.fromEntries(
    [...byDay].map(([day, hours]) => [
      day,
      hours.map(({ opens, closes }) => ({ from: opens, to: closes }) as ClockInterval),
    ]),
  )
}
