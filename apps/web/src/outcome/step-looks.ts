import type { FirstStepState } from '@throughcare/domain/outcome/first-steps'
import type { OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Shape, Tone } from '@throughcare/ui/tone'

type Look = { tone: Tone; shape?: Shape }

/** How much each state of a step asks of the reader. */
export const STEP_LOOK = {
  done: { tone: 'good' },
  waiting: { tone: 'attention', shape: 'clock' },
  'to-do': { tone: 'attention' },
  tried: { tone: 'attention' },
  covered: { tone: 'good' },
  'sent-back': { tone: 'urgent' },
  'nothing-sent': { tone: 'urgent' },
  street: { tone: 'urgent' },
  unknown: { tone: 'unknown' },
} as const satisfies Record<FirstStepState, Look>

export const OUTCOME_LOOK = {
  arrived: { tone: 'good' },
  'did-not-arrive': { tone: 'urgent' },
  'first-night': { tone: 'info' },
  died: { tone: 'quiet' },
  'back-in-custody': { tone: 'attention' },
} as const satisfies Record<OutcomeKind, Look>
