import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findDoseCases, type StoredDoseCase } from '@throughcare/db/dose-list/dose-list-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { type DayOpening, openingOn } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { isListedInside, type ListedDose, listedDose } from '@throughcare/domain/dose-list/listed-dose'
import { sideOf } from '../medication/get-medication.ts'
import { agreedUntil, historyOfBoth } from '../medication/medication-of-case.ts'
import { type DoseListRow, rowOf } from './dose-list-row.ts'
import { dosingPlaceOf } from './dosing-place-of.ts'
import { rulesOfService } from './rules-of-service.ts'

/** The day's list of a service that doses. Instants are ISO texts. */
export type DoseList = {
  today: PlainDate
  now: string
  timeZone: string
  /** How the place is open for dosing today; null inside, where nobody records hours. */
  opening: DayOpening | null
  /** By name. */
  rows: DoseListRow[]
}

/**
 * Who is expected for a dose today at the actor's service, and how each stands (rule LIST-1): before the release at the
 * prison, after it at the dosing point. Those whom an earlier dose covers are told apart.
 */
export async function findDoseList(actor: Actor): Promise<DoseList> {
  const { place, rules, now } = await asActor(actor, async (deed) => {
    const hours = (await findOpeningHours(deed, [actor.serviceId])).get(actor.serviceId) ?? null
    const dosesAt = dosingPlaceOf(actor, hours)
    return { place: dosesAt, rules: await rulesOfService(deed, actor, dosesAt), now: deed.now }
  })
  const listed = new Map<string, ListedDose>()
  const found = await findDoseCases(actor, 'dose-list.today', (one) => {
    const history = historyOfBoth(one)
    const waits = { ...place, agreedUntil: agreedUntil(one, actor.serviceId) }
    const stands = listedDose(history, waits, actor.serviceId, new Date(one.now), rules)
    listed.set(one.episodeId, stands)
    return sideOf(actor) === 'community' ? isDosedHere(one, stands, actor) : isListedInside(stands, history)
  })
  return {
    today: plainDateIn(now, place.zone),
    now: now.toISOString(),
    timeZone: place.zone,
    opening: place.hours && openingOn(place.hours, 'dosing', plainDateIn(now, place.zone)),
    rows: found.flatMap((one) => {
      const stands = listed.get(one.episodeId)
      return (stands && rowOf(one, stands, actor.serviceId)) ?? []
    }),
  }
}

/** Outside: whoever is dosed here today, and whoever has an entry of ours today. */
function isDosedHere(one: StoredDoseCase, { treatment, entries }: ListedDose, actor: Actor): boolean {
  const current = one.treatments.find((each) => each.id === treatment?.id)
  return current?.dosing?.id === actor.serviceId || entries.some((entry) => entry.serviceId === actor.serviceId)
}
