import { z } from 'zod'

/** What is known to have happened after release. */
export const OUTCOME_KINDS = ['arrived', 'did-not-arrive', 'first-night', 'died', 'back-in-custody'] as const
export const OutcomeKind = z.enum(OUTCOME_KINDS, { error: 'outcome.kind.unknown' })
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/**
 * Why the person did not arrive; what lies with the services comes first, and the list is shown in this order.
 * Never visible to custody or probation roles (definitions.md, Sharing).
 */
export const DID_NOT_ARRIVE_REASONS = [
  'we-were-closed',
  'turned-away',
  'no-transport',
  'told-wrong-place',
  'ill',
  'back-in-custody',
  'chose-not-to',
  'not-known',
] as const
export const DidNotArriveReason = z.enum(DID_NOT_ARRIVE_REASONS, { error: 'outcome.reason.unknown' })
export type DidNotArriveReason = (typeof DID_NOT_ARRIVE_REASONS)[number]

/** Where the first night was spent. Indicator I8 counts a confirmed bed, not a known street. */
export const FIRST_NIGHT = ['confirmed-bed', 'other-address', 'street', 'unknown'] as const
export const FirstNight = z.enum(FIRST_NIGHT, { error: 'housing.firstNight.unknown' })
export type FirstNight = (typeof FIRST_NIGHT)[number]
