import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import type { Category, Relation, Role } from './access-codes.ts'

/** The parts, roles and kinds of service that the table of who may do what names again and again. */
export const HOLDS = ['own', 'closing'] as const satisfies readonly Relation[]
export const HAS_TAKEN = ['accepted', 'closing'] as const satisfies readonly Relation[]
/** Whoever answers for work in a case: a manager hands it out on either side. */
export const HAS_OR_HOLDS = ['own', 'accepted', 'closing'] as const satisfies readonly Relation[]
/** `closing` too: a service that finished one area may be asked for another. */
export const IS_ASKED = ['offered', 'accepted', 'closing'] as const satisfies readonly Relation[]
/** Reading in an emergency too: what keeps somebody alive in the next hour, and nothing that works on the case. */
export const HOLDS_OR_LOOKS = [...HOLDS, 'break-glass'] as const satisfies readonly Relation[]
export const IS_ASKED_OR_LOOKS = [...IS_ASKED, 'break-glass'] as const satisfies readonly Relation[]
export const OF_OWN_SERVICE = ['own', 'offered', 'accepted', 'closing'] as const satisfies readonly Relation[]
export const ALL_WHO_SIGN_IN = {
  'prison-health': 'any',
  caseworker: 'any',
  manager: 'any',
  administrator: 'any',
} as const satisfies Partial<Record<Role, 'any'>>
export const PRISONS_ONLY = ['prison-health'] as const satisfies readonly ServiceKind[]
/** Services that see persons: all but the two kinds that never do. */
export const CASE_KINDS = [
  'prison-health',
  'prison-social-work',
  'drug-service',
  'dosing-point',
  'housing',
  'benefits',
  'probation',
  'peer-support',
] as const satisfies readonly ServiceKind[]
/** Services to which a release can be handed over. */
export const COMMUNITY_KINDS = CASE_KINDS.filter((kind) => kind !== 'prison-health')
/** Services that may see the treatment, and so the gap board. */
export const TREATMENT_KINDS = CASE_KINDS.filter((kind) =>
  (CATEGORIES_OF_KIND[kind] as readonly Category[]).includes('omt'),
)
export const DOSING_KINDS = ['prison-health', 'drug-service', 'dosing-point'] as const satisfies readonly ServiceKind[]
/** Where somebody who treats the person answers for what is decided about their care. */
export const CLINICAL_KINDS = ['prison-health', 'drug-service'] as const satisfies readonly ServiceKind[]
/** Those who ring dosing points about their hours, and the dosing points themselves. */
export const ASKS_HOURS = [...DOSING_KINDS, 'administration'] as const satisfies readonly ServiceKind[]
