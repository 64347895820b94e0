import type { HandoffStatus } from './handoff-statuses.ts'

/**
 * Which end of a handoff answers for the person, status by status (definitions.md, Accountable; invariant I-1). The
 * sender until somebody acknowledges, and again when it comes back. PostgreSQL checks the same.
 */
export const ACCOUNTABLE_SIDE = {
  draft: 'sending',
  sent: 'sending',
  acknowledged: 'receiving',
  accepted: 'receiving',
  'in-progress': 'receiving',
  done: 'receiving',
  rejected: 'sending',
  revoked: 'sending',
  'timed-out': 'sending',
  returned: 'sending',
  closed: 'sending',
} as const satisfies Record<HandoffStatus, 'sending' | 'receiving'>

/**
 * Which of the two services is accountable?
 *
 * One case differs from the table: the successor that a time-out opens to a fallback service. It has agreed beforehand,
 * so it is accountable from the moment of the time-out, although its handoff is only sent and shown as "not yet seen by
 * anyone". Without such an agreement nothing is opened, and the sender stays accountable.
 */
export function accountableService(handoff: {
  status: HandoffStatus
  sendingServiceId: string
  receivingServiceId: string
  /** Whether it was opened by a time-out, to a fallback service with a recorded agreement. */
  isFallbackSuccessor: boolean
}): string {
  const { status, sendingServiceId, receivingServiceId, isFallbackSuccessor } = handoff
  if (status === 'sent' && isFallbackSuccessor) return receivingServiceId
  return ACCOUNTABLE_SIDE[status] === 'sending' ? sendingServiceId : receivingServiceId
}
