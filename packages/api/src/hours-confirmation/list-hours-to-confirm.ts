import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  countPeople,
  type DosingPlaceToAsk,
  findAnswers,
  findPlacesToAsk,
} from '@throughcare/db/hours-confirmation/hours-confirmation-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { weekday as weekdayOf } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type DayToConfirm, daysToConfirm } from '@throughcare/domain/hours-confirmation/days-to-confirm'

/** One question to one place. */
export type HoursToConfirm = DayToConfirm & {
  place: Omit<DosingPlaceToAsk, 'timeZone'>
  /** Hours of its ordinary week on that weekday: what it would be if it were no holiday. */
  ordinary: readonly { from: string; to: string }[]
  /** People of the asker's own cases who may need a dose there then. Null: an administrator sees no cases. */
  people: number | null
  /** The version that an answer goes over: of one that was given and taken back; null when there was none. */
  version: number | null
}

/** `places`: how many places have not answered. `people`: people counted once for each place, on its worst day. */
export type HoursToConfirmList = { places: number; people: number | null; questions: HoursToConfirm[] }

/**
 * At which dosing points is it not confirmed whether they dose on a public holiday of the next ten days (rule CAL-5), and how
 * many people of the asker's own cases hang on it? The day and then the most people first.
 *
 * Prison health sees the places where somebody of theirs is dosed, a caseworker the place where they work, an administrator
 * every place and no number of people.
 */
export function listHoursToConfirm(actor: Actor): Promise<HoursToConfirmList> {
  return asActor(actor, async (deed) => {
    const places = await findPlacesToAsk(deed)
    const hours = await findOpeningHours(
      deed,
      places.map(({ id }) => id),
    )
    const asked = places.flatMap(({ timeZone, ...place }) => {
      const told = hours.get(place.id)
      if (!told) return []
      return daysToConfirm(told, plainDateIn(deed.now, getZone(timeZone))).map((day) => ({
        ...day,
        place,
        ordinary: told.weekly.dosing?.[`${weekdayOf(day.day)}`] ?? [],
      }))
    })
    const days = asked.map(({ place, day }) => ({ serviceId: place.id, day, purpose: 'dosing' as const }))
    const [answers, counts] = [await findAnswers(deed, days), await peopleOf(actor, () => countPeople(deed, days))]
    const questions = asked
      .map((one) => ({
        ...one,
        people: counts && (counts.find(isOf(one))?.people ?? 0),
        version: answers.find(isOf(one))?.version ?? null,
      }))
      .filter(({ people }) => actor.role !== 'prison-health' || (people ?? 0) > 0)
      .toSorted((left, right) =>
        left.day === right.day ? (right.people ?? 0) - (left.people ?? 0) : left.day < right.day ? -1 : 1,
      )
    const byPlace = Map.groupBy(questions, ({ place }) => place.id)
    return {
      places: byPlace.size,
      people:
        counts &&
        [...byPlace.values()].reduce((sum, ofPlace) => sum + Math.max(...ofPlace.map(({ people }) => people ?? 0)), 0),
      questions,
    }
  })
}

function isOf(one: { place: { id: string }; day: string }) {
  return (other: { serviceId: string; day: string }) => other.serviceId === one.place.id && other.day === one.day
}

/** An administrator's transaction sees no case, so there is nothing to count. */
async function peopleOf<T>(actor: Actor, count: () => Promise<T>): Promise<T | null> {
  return actor.role === 'administrator' ? null : await count()
}
