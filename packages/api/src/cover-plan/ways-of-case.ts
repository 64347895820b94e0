import type { Deed } from '@throughcare/db/as-actor'
import { findPlacesNear, type PlaceNear } from '@throughcare/db/cover-plan/places-near'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { firstDayOpenOnOrAfter, type OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { STRIP_DAYS_AFTER } from '@throughcare/domain/medication/dose-strip'
import type { DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import type { CoverInput } from '@throughcare/domain/medication/planned-cover'
import { type WayToClose, waysToClose } from '@throughcare/domain/medication/ways-to-close'
import { earlierReleaseDays } from '@throughcare/domain/release/friday-rule'
import { type ServicesGap, servicesGap } from '@throughcare/domain/release/services-gap'

import { earlierReleaseOf } from '../release/get-earlier.ts'

/** A way against the first gap, with the other place by name. */
export type WayView = WayToClose & { place: { id: string; name: string; phone: string | null } | null }

/** The places around a release, and when they are there. */
export type PlacesAround = {
  near: PlaceNear[]
  hours: ReadonlyMap<string, OpeningHours>
  /** Days to which the law lets the prison bring the release forward; empty for whoever does not hold the person. */
  earlierDays: PlainDate[]
}

/** Reads once what the ways and the services gap are counted from. */
export async function placesAround(
  deed: Deed,
  episodeId: string,
  dosingServiceId: string | null,
): Promise<PlacesAround> {
  const near = await findPlacesNear(deed, episodeId, dosingServiceId)
  const hours = await findOpeningHours(
    deed,
    near.map(({ id }) => id),
  )
  const held = await findHeldEpisode(deed, episodeId)
  return { near, hours, earlierDays: held ? earlierReleaseDays((await earlierReleaseOf(deed, held)).earlier) : [] }
}

/** The ways against the first gap from the release on, in the order in which they are asked for. */
export function waysOf(input: CoverInput, releaseOn: PlainDate, around: PlacesAround, rules: DepotRuleSet): WayView[] {
  const { near, hours, earlierDays } = around
  const others = near.filter(({ id, purpose }) => purpose === 'dosing' && id !== input.dosingServiceId)
  const supposed = {
    ...input,
    releaseOn,
    days: STRIP_DAYS_AFTER + 1,
    depotMedicine: null,
    otherDosingPoints: others.flatMap(({ id }) => {
      const of = hours.get(id)
      return of ? [{ serviceId: id, place: { zone: of.zone, hours: of } }] : []
    }),
    earlierReleaseDays: earlierDays,
  }
  return waysToClose(supposed, rules).map((each) => {
    const other = each.way === 'other-dosing-point' ? near.find(({ id }) => id === each.serviceId) : undefined
    return { ...each, place: other ? { id: other.id, name: other.name, phone: other.phone } : null }
  })
}

/** The days until the dosing point, a benefits office and a housing office of the area are open. */
export function servicesGapOf(input: CoverInput, releaseOn: PlainDate, around: PlacesAround): ServicesGap {
  return servicesGap({
    releaseOn,
    dosing: input.place.hours,
    benefits: firstToOpen(around, 'benefits', releaseOn),
    housing: firstToOpen(around, 'housing', releaseOn),
  })
}

/** Of several offices the one that opens first; one whose hours nobody knows only where there is no other. */
function firstToOpen({ near, hours }: PlacesAround, purpose: PlaceNear['purpose'], on: PlainDate): OpeningHours | null {
  const all = near.filter((each) => each.purpose === purpose).flatMap(({ id }) => hours.get(id) ?? [])
  const opens = all.map((of) => ({ of, first: firstDayOpenOnOrAfter(of, 'open', on) }))
  const known = opens.flatMap(({ of, first }) => (first.kind === 'open-day' ? [{ of, day: first.day }] : []))
  return known.toSorted((left, right) => (left.day < right.day ? -1 : 1))[0]?.of ?? all[0] ?? null
}
