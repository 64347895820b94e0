import { z } from 'zod'

/** Why a receiving service does not take a handoff. What can be mended comes first. */
export const REJECT_REASONS = [
  'no-capacity',
  'other-area',
  'other-service-better',
  'needs-information',
  'not-eligible',
  'known-elsewhere',
  'person-declined',
  'other',
] as const
export const RejectReason = z.enum(REJECT_REASONS, 'handoff.reason.unknown')
export type RejectReason = (typeof REJECT_REASONS)[number]

/** Why the sending team, or its manager, takes a handoff back. */
export const REVOKE_REASONS = [
  'sent-by-mistake',
  'release-changed',
  'going-elsewhere',
  'other-service-better',
  'person-declined',
  'other',
] as const
export const RevokeReason = z.enum(REVOKE_REASONS, 'handoff.reason.unknown')
export type RevokeReason = (typeof REVOKE_REASONS)[number]
