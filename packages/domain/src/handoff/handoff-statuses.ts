import { z } from 'zod'

/**
 * What people and the system actor did to a handoff. "Overdue" and "waiting for review" depend on the clock or on
 * other rows: they are computed.
 *
 * acknowledged: the service has it · accepted: a named worker has it · returned: sent back for information ·
 * timed-out: nobody answered in time · closed: the sender reviewed a rejection or a time-out and lets it be.
 */
export const HANDOFF_STATUSES = [
  'draft',
  'sent',
  'acknowledged',
  'accepted',
  'in-progress',
  'done',
  'rejected',
  'revoked',
  'timed-out',
  'returned',
  'closed',
] as const
export const HandoffStatus = z.enum(HANDOFF_STATUSES, { error: 'handoff.status.unknown' })
export type HandoffStatus = (typeof HANDOFF_STATUSES)[number]

/** How near release was when the handoff was sent. Each kind has its own deadline (handoff-deadline.ts). */
export const HANDOFF_KINDS = ['planned', 'short-notice', 'emergency'] as const
export const HandoffKind = z.enum(HANDOFF_KINDS, { error: 'handoff.kind.unknown' })
export type HandoffKind = (typeof HANDOFF_KINDS)[number]

/** Which end somebody acts for. `system` is the worker's own actor: time-outs are its moves. */
export const HANDOFF_SIDES = ['sending', 'receiving', 'system'] as const
export type HandoffSide = (typeof HANDOFF_SIDES)[number]
