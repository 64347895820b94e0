import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** The kinds of service to which somebody can be handed over, in the order in which forms offer them. */
export const KINDS = [
  'drug-service',
  'dosing-point',
  'housing',
  'benefits',
  'peer-support',
  'prison-social-work',
  'probation',
] as const satisfies readonly ServiceKind[]
