/**
 * What is done while nobody answers a handoff, one row each, never twice for the same handoff (rule ESC-4).
 *
 * half-time: the receiver's workers are reminded · ring-duty: somebody rings the duty contact · to-fallback: time is up and
 * the fallback answers for it from now on · stays-with-sender: time is up and there is no fallback · managers-told: the fallback
 * did not answer either · accept-late: the service has it, and nobody there has taken it · nobody-there: told at the press
 * of send, because nobody can answer in time · rejected-near-release: the sender is accountable at once, the fallback is
 * warned · taken-from-worker: whoever had it is no longer there.
 */
export const ESCALATION_STEPS = [
  'half-time',
  'ring-duty',
  'to-fallback',
  'stays-with-sender',
  'managers-told',
  'accept-late',
  'nobody-there',
  'rejected-near-release',
  'taken-from-worker',
] as const
export type EscalationStep = (typeof ESCALATION_STEPS)[number]

/** How far the clock of a handoff has been followed. The sweep looks only at what comes next; `deadline` is where it turns. */
export const CLOCK_STAGES = ['half-time', 'ring-duty', 'deadline'] as const
export type ClockStage = (typeof CLOCK_STAGES)[number]
