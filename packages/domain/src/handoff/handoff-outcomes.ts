import { z } from 'zod'

/** What came of a handoff that is done. The receiving service says which; nothing is computed from it. */
export const HANDOFF_OUTCOMES = [
  'as-planned',
  'in-part',
  'handed-on',
  'person-declined',
  'never-reached',
  'back-inside',
  'died',
  'other',
] as const
export const HandoffOutcome = z.enum(HANDOFF_OUTCOMES, 'handoff.outcome.unknown')
export type HandoffOutcome = (typeof HANDOFF_OUTCOMES)[number]
