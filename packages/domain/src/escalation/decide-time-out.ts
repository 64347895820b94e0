/** Why nobody takes over: the sender stays accountable, and is told so at once. */
export const NO_HEIR_REASONS = ['no-agreement', 'is-the-sender', 'circle', 'cannot-receive'] as const
export type NoHeirReason = (typeof NO_HEIR_REASONS)[number]

export type TimeOutDecision = { to: 'fallback'; serviceId: string } | { to: 'sender'; because: NoHeirReason }

/**
 * Who answers for a handoff that nobody acknowledged in time (definitions.md, Accountable; rule ESC-3)? The fallback
 * of the service that was silent, if they agreed and when is written down. Never the sender, and never a service that was
 * silent about it before: somebody has to be the last.
 *
 * @param asked every service to which this handoff went by time-out, the silent one included
 * @param canReceive whether the fallback takes this area of this case at all
 */
export function decideTimeOut(
  handoff: { sendingServiceId: string; asked: readonly string[] },
  agreement: { serviceId: string; canReceive: boolean } | null,
): TimeOutDecision {
  if (agreement === null) return { to: 'sender', because: 'no-agreement' }
  if (agreement.serviceId === handoff.sendingServiceId) return { to: 'sender', because: 'is-the-sender' }
  if (handoff.asked.includes(agreement.serviceId)) return { to: 'sender', because: 'circle' }
  if (!agreement.canReceive) return { to: 'sender', because: 'cannot-receive' }
  return { to: 'fallback', serviceId: agreement.serviceId }
}
