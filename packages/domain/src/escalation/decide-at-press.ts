import type { Ring } from '../handoff/decide-ring.ts'
import type { HandoffKind } from '../handoff/handoff-statuses.ts'

/** Why nobody at the receiver can answer in time. */
export const NOBODY_THERE_REASONS = ['closed', 'no-worker', 'mailbox-bounces'] as const
export type NobodyThereReason = (typeof NOBODY_THERE_REASONS)[number]

/**
 * Is there nobody who could answer in time, so that waiting for the deadline would only lose it (rule ESC-5, case F12)?
 * Asked where hours count: of an emergency, and inside the last 48 hours. Null: somebody can answer, or there is time.
 *
 * Nobody who signs in, and a mailbox that bounces, are told before closed doors: a telephone does not help against those.
 */
export function nobodyThere(receiver: {
  kind: HandoffKind
  ring: Ring['kind']
  hasWorkers: boolean
  mailboxBounces: boolean
}): NobodyThereReason | null {
  if (receiver.kind === 'planned') return null
  if (!receiver.hasWorkers) return 'no-worker'
  if (receiver.mailboxBounces) return 'mailbox-bounces'
  return receiver.ring === 'closed-until-too-late' ? 'closed' : null
}
