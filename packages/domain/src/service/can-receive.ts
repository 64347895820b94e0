import type { Category } from '../access/access-codes.ts'
import { CATEGORIES_OF_AREA } from '../access/categories-of-area.ts'
import type { Area } from '../checklist/areas.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from './service-kinds.ts'

/** A service as far as the question of receiving goes. */
export type PossibleReceiver = {
  id: string
  kind: ServiceKind
  /** ISO 3166-1, two capitals. */
  country: string
  /** Its own service area and every larger one that holds it, by id. */
  serviceAreas: readonly string[]
  /** The areas for which it takes handoffs. */
  receives: readonly Area[]
  /** Accounts that can sign in for it now. */
  activeMembers: number
  /** Whether somebody answers its duty telephone. */
  hasDutyContact: boolean
}

/** What is to be handed over. */
export type HandoverNeed = {
  area: Area
  sendingServiceId: string
  /** Where the person goes; null while nobody knows. */
  releaseCountry: string | null
  /** The part of that country as one of our service areas, by id; null when it is not known or is none of them. */
  releaseServiceArea: string | null
}

/** Why a service is not offered, the reason nearest to the service itself first. */
export const CANNOT_RECEIVE_REASONS = [
  'is-the-sender',
  'kind-takes-no-handoffs',
  'kind-may-not-see-area',
  'does-not-take-area',
  'other-country',
  'other-part-of-country',
  'nobody-there',
] as const
export type CannotReceiveReason = (typeof CANNOT_RECEIVE_REASONS)[number]

export type CanReceive =
  /** `withoutMembers`: it has a duty telephone but nobody who signs in; the press of send must say so. */
  { can: true; withoutMembers: boolean } | { can: false; because: CannotReceiveReason }

/**
 * Can this service take over this area of this person's case? The first reason against it decides, so that an empty
 * list can say why it is empty.
 *
 * An unknown country or part of it excludes nobody. A dosing point with a duty telephone and no members can receive; a
 * service with neither would be handed a person whom nobody sees (U10).
 */
export function canReceive(service: PossibleReceiver, need: HandoverNeed): CanReceive {
  const because = reasonAgainst(service, need)
  return because ? { can: false, because } : { can: true, withoutMembers: service.activeMembers === 0 }
}

/** How many services each reason rules out, most frequent first: the text of the empty state. */
export function reasonsNobodyCan(
  services: readonly PossibleReceiver[],
  need: HandoverNeed,
): { because: CannotReceiveReason; services: number }[] {
  const counts = new Map<CannotReceiveReason, number>()
  for (const service of services) {
    const because = reasonAgainst(service, need)
    if (because) counts.set(because, (counts.get(because) ?? 0) + 1)
  }
  return [...counts]
    .map(([because, count]) => ({ because, services: count }))
    .toSorted((left, right) => right.services - left.services)
}

function reasonAgainst(service: PossibleReceiver, need: HandoverNeed): CannotReceiveReason | null {
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[service.kind]
  if (service.id === need.sendingServiceId) return 'is-the-sender'
  if (service.kind === 'prison-health' || ofKind.length === 0) return 'kind-takes-no-handoffs'
  // The first category after identity and release is the area's own: without it a handoff would arrive empty.
  if (!ofKind.includes(need.area)) return 'kind-may-not-see-area'
  if (!service.receives.includes(need.area)) return 'does-not-take-area'
  if (need.releaseCountry !== null && service.country !== need.releaseCountry) return 'other-country'
  if (need.releaseServiceArea !== null && !service.serviceAreas.includes(need.releaseServiceArea))
    return 'other-part-of-country'
  return service.activeMembers > 0 || service.hasDutyContact ? null : 'nobody-there'
}

/** The categories that a handoff of this area to a service of this kind carries. In the order of the area's list. */
export function carriedTo(kind: ServiceKind, area: Area): Category[] {
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[kind]
  return CATEGORIES_OF_AREA[area].filter((category) => ofKind.includes(category))
}
