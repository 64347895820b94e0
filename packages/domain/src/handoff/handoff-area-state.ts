import type { Area } from '../checklist/areas.ts'
import type { HandoffStatus } from './handoff-statuses.ts'

/**
 * How an area of a release stands with those who take over. Ordered from what needs somebody most to what needs nobody:
 * an area with several handoffs stands as its worst one.
 */
export const HANDOFF_AREA_STATES = [
  'rejected',
  'timed-out',
  'returned',
  'not-sent',
  'draft',
  'sent',
  'acknowledged',
  'accepted',
  'done',
  'not-needed',
] as const
export type HandoffAreaState = (typeof HANDOFF_AREA_STATES)[number]

/** One handoff of an area. A resent or succeeded one is `superseded`: its successor speaks for it. */
export type AreaHandoff = { area: Area; status: HandoffStatus; isSuperseded: boolean }

/** How a handoff shows in its area. Null: it says nothing about it any more. */
const SHOWS_AS = {
  draft: 'draft',
  sent: 'sent',
  acknowledged: 'acknowledged',
  accepted: 'accepted',
  'in-progress': 'accepted',
  done: 'done',
  rejected: 'rejected',
  revoked: null,
  'timed-out': 'timed-out',
  returned: 'returned',
  closed: null,
} as const satisfies Record<HandoffStatus, HandoffAreaState | null>

/**
 * How does this area stand? Without a handoff that still speaks: "not sent" when the area is needed, "not needed"
 * otherwise. A revoked or closed handoff is none, and never counts as done (invariant I-6).
 */
export function handoffAreaState(area: Area, isNeeded: boolean, handoffs: readonly AreaHandoff[]): HandoffAreaState {
  const states = handoffs
    .filter((handoff) => handoff.area === area && !handoff.isSuperseded)
    .flatMap((handoff) => SHOWS_AS[handoff.status] ?? [])
  const worst = HANDOFF_AREA_STATES.find((state) => (states as HandoffAreaState[]).includes(state))
  return worst ?? (isNeeded ? 'not-sent' : 'not-needed')
}

/** Somebody outside has it: acknowledged or beyond. */
export function isHandedOver(state: HandoffAreaState): boolean {
  return state === 'acknowledged' || state === 'accepted' || state === 'done'
}

export type HandoverState = 'handed-over' | 'partly' | 'not-yet' | 'nothing-needed'

/** How does the whole release stand? "Handed over" only when every needed area is (definitions.md, Handoff). */
export function handoverState(states: readonly HandoffAreaState[]): HandoverState {
  const needed = states.filter((state) => state !== 'not-needed')
  if (needed.length === 0) return 'nothing-needed'
  const handedOver = needed.filter(isHandedOver).length
  if (handedOver === needed.length) return 'handed-over'
  return handedOver > 0 ? 'partly' : 'not-yet'
}
