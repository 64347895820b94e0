import type { BoardCover } from '@throughcare/api/release/board-cover'
import type { BoardArea } from '@throughcare/api/release/board-person'
import { type HandoverState, isHandedOver } from '@throughcare/domain/handoff/handoff-area-state'
import type { Shape, Tone } from '@throughcare/ui/tone'
import { AREA_LOOK } from '../handoff/handoff-looks.ts'

type Look = { tone: Tone; shape?: Shape }

/** How much an area asks of the reader: the worse of how its items stand and how its handoff stands. */
export function areaLook({ state, handoff }: Pick<BoardArea, 'state' | 'handoff'>): Look {
  if (state === 'not-needed' && handoff === 'not-needed') return { tone: 'quiet', shape: 'dash' }
  if (handoff === 'rejected' || handoff === 'timed-out') return AREA_LOOK[handoff]
  if (state === 'unknown') return { tone: 'unknown' }
  if (state === 'blocked') return { tone: 'attention', shape: 'lock' }
  if (isHandedOver(handoff)) return state === 'waiting' ? { tone: 'info' } : { tone: 'good' }
  return AREA_LOOK[handoff]
}

/** Unknown is red: nobody can say that there is a dose (invariant I-3). */
export function coverLook(cover: BoardCover): Look {
  switch (cover.kind) {
    case 'covered':
      if (cover.isDueToday) return { tone: 'attention', shape: 'clock' }
      return cover.agreed.kind === 'ready' ? { tone: 'good' } : { tone: 'attention' }
    case 'gap':
      if (cover.agreed.kind === 'ready') return { tone: 'info' }
      return cover.why === 'unknown' ? { tone: 'urgent', shape: 'question' } : { tone: 'urgent' }
    case 'not-recorded':
      return { tone: 'urgent', shape: 'question' }
    case 'not-asked':
      return { tone: 'unknown' }
    case 'not-prescribed':
      return { tone: 'quiet', shape: 'dash' }
  }
}

export const HANDOVER_LOOK = {
  'handed-over': { tone: 'good' },
  partly: { tone: 'info' },
  'not-yet': { tone: 'attention' },
  'nothing-needed': { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<HandoverState, Look>
