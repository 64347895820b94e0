/** What may befall somebody otherwise than by a date, a release or a move; each is an event of the table LIFECYCLE. */
export const EVENT_KINDS = ['died', 'deported', 'hospital'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What may be said to an event afterwards. `over`: back from hospital. */
export const EVENT_ANSWERS = ['confirmed', 'taken-back', 'over'] as const
export type EventAnswer = (typeof EVENT_ANSWERS)[number]

/** Why an event is taken back. "Other" says why in words. */
export const EVENT_UNDO_REASONS = ['wrong-person', 'not-so', 'wrong-time', 'other'] as const
export type EventUndoReason = (typeof EVENT_UNDO_REASONS)[number]

/** Work on the case stops with these: the plan closes, nothing more is sent, and whoever has work open reads a stop notice. */
const STOPPING_EVENTS = ['died', 'deported'] as const satisfies readonly EventKind[]

/** Does work on the case stop with this event? */
export function doesStop(kind: EventKind): boolean {
  return (STOPPING_EVENTS as readonly EventKind[]).includes(kind)
}
