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

/**
 * Why the sending team lets a rejected handoff, or one that nobody answered, be: what its review found. What the receiver or
 * the sender could do better next time comes first.
 */
export const CLOSE_REASONS = [
  'settled-by-telephone',
  'fallback-has-it',
  'sent-to-wrong-place',
  'service-was-closed',
  'sent-too-late',
  'going-elsewhere',
  'person-declined',
  'release-changed',
  'other',
] as const
export const CloseReason = z.enum(CLOSE_REASONS, 'handoff.reason.unknown')
export type CloseReason = (typeof CLOSE_REASONS)[number]
