import type { HandoffAreaState } from '@throughcare/domain/handoff/handoff-area-state'
import type { HandoffKind, HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Shape, Tone } from '@throughcare/ui/tone'

type Look = { tone: Tone; shape?: Shape }

/** How much each status asks of the reader. The word is always beside it. */
export const STATUS_LOOK = {
  draft: { tone: 'quiet' },
  sent: { tone: 'attention', shape: 'clock' },
  acknowledged: { tone: 'info' },
  accepted: { tone: 'good' },
  'in-progress': { tone: 'good' },
  done: { tone: 'good' },
  rejected: { tone: 'urgent' },
  revoked: { tone: 'quiet', shape: 'dash' },
  'timed-out': { tone: 'urgent' },
  returned: { tone: 'attention' },
  closed: { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<HandoffStatus, Look>

/** The same for an area of a release. */
export const AREA_LOOK = {
  rejected: { tone: 'urgent' },
  'timed-out': { tone: 'urgent' },
  returned: { tone: 'attention' },
  'not-sent': { tone: 'attention' },
  draft: { tone: 'attention' },
  sent: { tone: 'attention', shape: 'clock' },
  acknowledged: { tone: 'info' },
  accepted: { tone: 'good' },
  done: { tone: 'good' },
  'not-needed': { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<HandoffAreaState, Look>

/** Planned is the ordinary case and needs no mark. */
export const KIND_LOOK = {
  planned: null,
  'short-notice': { tone: 'attention' },
  emergency: { tone: 'urgent' },
} as const satisfies Record<HandoffKind, Look | null>
