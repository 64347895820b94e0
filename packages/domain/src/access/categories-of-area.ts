import { AREAS, type Area } from '../checklist/areas.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import { CATEGORIES, type Category, type RelationOrNone, type Role } from './access-codes.ts'
import { grantOfCategory, holdsGrant } from './grants.ts'

/**
 * What a handoff of this area carries, before the receiving service's kind limits it: always who the person is and when
 * they leave. HIV and hepatitis, sharing notes and the network travel with none of them; own words go along where the person
 * agreed (whatTravels).
 */
export const CATEGORIES_OF_AREA = {
  omt: ['identity', 'release', 'omt', 'naloxone', 'health'],
  naloxone: ['identity', 'release', 'naloxone'],
  housing: ['identity', 'release', 'housing', 'belongings'],
  benefits: ['identity', 'release', 'benefits', 'documents', 'work'],
  partner: ['identity', 'release', 'partner'],
  health: ['identity', 'release', 'health'],
  documents: ['identity', 'release', 'documents'],
  work: ['identity', 'release', 'work'],
  belongings: ['identity', 'release', 'belongings'],
  support: ['identity', 'release', 'support'],
} as const satisfies Record<Area, readonly Category[]>

/**
 * Never shown to these roles, whatever their service sees: a manager reads no partner area, no sharing note, no network and
 * nothing of HIV and hepatitis, an administrator no case.
 */
export const CATEGORIES_HIDDEN_FROM = {
  'prison-health': [],
  caseworker: [],
  manager: ['hiv-hcv', 'partner', 'sharing-note', 'network'],
  administrator: CATEGORIES,
} as const satisfies Record<Role, readonly Category[]>

/** Somebody's place: the role of the hat, what it was granted, and the kind of the service it belongs to. */
export type Place = { role: Role; kind: ServiceKind; grants?: readonly string[] }

/**
 * Which categories of a case are open to somebody whose service has this part in it? In the order of `CATEGORIES`.
 *
 * The prison that holds the person, and whoever broke the glass, sees what its kind may see. Everybody else sees what
 * was handed over to them, within their kind. After the end only the handoff's envelope is left: no category at all.
 *
 * @param areas the areas handed to this service and still alive; not read for `own`, `closing` of a prison and
 *   `break-glass`
 */
export function categoriesFor(place: Place, relation: RelationOrNone, areas: readonly Area[]): Category[] {
  if (relation === 'none' || relation === 'ended') return []
  const { kind } = place
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[kind]
  const hidden = closedCategories(place)
  const seesAll =
    relation === 'own' || relation === 'break-glass' || (relation === 'closing' && kind === 'prison-health')
  const handedOver = new Set<Category>(areas.flatMap((area) => CATEGORIES_OF_AREA[area]))
  return CATEGORIES.filter(
    (category) => ofKind.includes(category) && !hidden.includes(category) && (seesAll || handedOver.has(category)),
  )
}

/** Which categories are closed to this hat, whatever its service sees? As `app.closed_categories` in prisma/migrations. */
export function closedCategories({ role, grants = [] }: Pick<Place, 'role' | 'grants'>): Category[] {
  const hidden: readonly Category[] = CATEGORIES_HIDDEN_FROM[role]
  return CATEGORIES.filter((category) => {
    const grant = grantOfCategory(category)
    return hidden.includes(category) || (grant !== null && !holdsGrant({ role, grants }, grant))
  })
}

const ACTING: readonly RelationOrNone[] = ['own', 'accepted', 'closing']

/**
 * Which categories of a case may somebody write whose service has this part in it? Of those open to them, what the service
 * holds or has taken. What it is only offered, or looks at in an emergency, is read.
 *
 * @param taken the areas that the service accepted or finished; not read for a prison's own cases
 */
export function writableFor(place: Place, relation: RelationOrNone, taken: readonly Area[]): Category[] {
  return ACTING.includes(relation) ? categoriesFor(place, relation, taken) : []
}

/**
 * Of which areas may somebody not even know that something was handed over? The partner area, for a role or a kind of service
 * that never reads it: to them such a handoff is absent from every list, page and figure, not masked. Of other areas either
 * end of a handoff keeps the envelope.
 */
export function areasClosedTo({ role, kind }: Place): Area[] {
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[kind]
  const hidden: readonly Category[] = CATEGORIES_HIDDEN_FROM[role]
  return hidden.includes('partner') || !ofKind.includes('partner') ? ['partner'] : []
}

/** The areas that a service of this kind could do anything with: those whose own category it may see. */
export function areasOfKind(kind: ServiceKind): Area[] {
  const ofKind: readonly Category[] = CATEGORIES_OF_KIND[kind]
  return AREAS.filter((area) => ofKind.includes(area))
}
