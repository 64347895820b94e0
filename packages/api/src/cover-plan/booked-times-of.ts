import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { BookedTime } from '@throughcare/domain/cover-plan/next-injection'

type Stored = { at: string; serviceId: string; timeZone: string; isInside: boolean }

/** Stored times as the rules read them; one at a place whose hours were not read is not open. */
export function bookedTimesOf(stored: readonly Stored[], places: ReadonlyMap<string, OpeningHours>): BookedTime[] {
  return stored.flatMap(({ at, serviceId, timeZone, isInside }) => {
    const place = isInside ? 'inside' : places.get(serviceId)
    return place ? [{ on: plainDateIn(new Date(at), getZone(timeZone)), place }] : []
  })
}
