import type { Actor } from '@throughcare/db/actor'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import { getZone } from '@throughcare/domain/calendar/zone'
import type { DosingPlace } from '@throughcare/domain/medication/dosing-day'
import { sideOf } from '../medication/get-medication.ts'

/** Where the actor's service doses: inside nobody records hours, and a day without a dose counts at its end. */
export function dosingPlaceOf(actor: Actor, hours: OpeningHours | null): DosingPlace {
  return { zone: getZone(actor.serviceTimeZone), hours: sideOf(actor) === 'prison' ? null : hours }
}
