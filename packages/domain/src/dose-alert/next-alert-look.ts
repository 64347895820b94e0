import { addDays, daysFromTo, type PlainDate } from '../calendar/plain-date.ts'
import { endOfDay, plainDateIn, startOfDay, type Zone } from '../calendar/zone.ts'
import { type DosingPlace, lastDosingInstant } from '../medication/dosing-day.ts'
import type { Treatment } from '../medication/medication-history.ts'

/** Nobody is left alone for longer, whatever was worked out: what nobody thought of is found after so many days. */
export const LONGEST_WITHOUT_LOOK_DAYS = 7

/** A case, as far as time alone changes what its alert says. */
export type CaseInTime = {
  place: DosingPlace
  treatments: readonly Treatment[]
  /** The zone of the prison, in whose days treatments begin and end. */
  prisonZone: Zone
  now: Date
}

/**
 * When is the alert of a case looked at again, if nothing is written meanwhile (rule ROUTE-9)? At the first instant in which it
 * would say something else: days are over with the last dosing hour and at their end, and in no other moment. A treatment
 * that begins or ends, and the seventh day, end what can be known.
 *
 * @param changesAt whether the alert would be another one at this instant.
 */
export function nextAlertLook(of: CaseInTime, changesAt: (at: Date) => boolean): Date {
  const today = plainDateIn(of.now, of.place.zone)
  const days = daysFromTo(today, addDays(today, LONGEST_WITHOUT_LOOK_DAYS))
  const ends = days.map((day) => endOfDay(day, of.place.zone))
  const horizon = earliest([...turnsOf(of), ends.at(-1) ?? of.now].filter((at) => at > of.now))
  const asked = [...days.flatMap((day) => lastDosingInstant(of.place, day) ?? []), ...ends]
    .filter((at) => of.now < at && at < horizon)
    .toSorted((left, right) => left.getTime() - right.getTime())
  return asked.find(changesAt) ?? horizon
}

/** The instants in which a treatment begins or is over. */
function turnsOf({ treatments, prisonZone }: CaseInTime): Date[] {
  const days = treatments.flatMap(({ startedOn, endedOn }): PlainDate[] => [
    ...(startedOn === null ? [] : [startedOn]),
    ...(endedOn === null ? [] : [addDays(endedOn, 1)]),
  ])
  return days.map((day) => startOfDay(day, prisonZone))
}

function earliest(instants: readonly Date[]): Date {
  return new Date(Math.min(...instants.map((at) => at.getTime())))
}
