import { z } from 'zod'
import { CATEGORIES, type Category, type Role } from '../access/access-codes.ts'

/**
 * What a service is. `region` is a commissioning or health authority whose managers see figures only;
 * `administration` is where administrators sit. A dosing point may have no members.
 */
export const SERVICE_KINDS = [
  'prison-health',
  'prison-social-work',
  'drug-service',
  'dosing-point',
  'housing',
  'benefits',
  'probation',
  'peer-support',
  'region',
  'administration',
] as const
export const ServiceKind = z.enum(SERVICE_KINDS, { error: 'service.kind.unknown' })
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** Never for housing, benefits, probation and prison social work: they work without knowing a treatment. */
const WITHOUT_TREATMENT = [
  'identity',
  'release',
  'housing',
  'benefits',
  'documents',
  'work',
  'belongings',
  'support',
] as const satisfies readonly Category[]

const NOT_FOR_PEERS: readonly Category[] = ['hiv-hcv', 'sharing-note', 'network']

/**
 * The most that a service of this kind may ever see of a case, whatever was handed over. What one handoff carries is
 * narrower: `categoriesFor` takes both.
 */
export const CATEGORIES_OF_KIND = {
  'prison-health': CATEGORIES,
  'prison-social-work': WITHOUT_TREATMENT,
  'drug-service': CATEGORIES,
  'dosing-point': ['identity', 'release', 'omt', 'naloxone'],
  housing: WITHOUT_TREATMENT,
  benefits: WITHOUT_TREATMENT,
  probation: WITHOUT_TREATMENT,
  'peer-support': CATEGORIES.filter((category) => !NOT_FOR_PEERS.includes(category)),
  region: [],
  administration: [],
} as const satisfies Record<ServiceKind, readonly Category[]>

/** Which roles a membership at a service of this kind may have. */
export const ROLES_OF_KIND = {
  'prison-health': ['prison-health', 'manager'],
  'prison-social-work': ['caseworker', 'manager'],
  'drug-service': ['caseworker', 'manager'],
  'dosing-point': ['caseworker', 'manager'],
  housing: ['caseworker', 'manager'],
  benefits: ['caseworker', 'manager'],
  probation: ['caseworker', 'manager'],
  'peer-support': ['caseworker', 'manager'],
  region: ['manager'],
  administration: ['administrator'],
} as const satisfies Record<ServiceKind, readonly Role[]>
