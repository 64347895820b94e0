import type { AreaState } from '@throughcare/domain/checklist/progress'
import type { Shape, Tone } from '@throughcare/ui/tone'

/** How much the state of an area asks of the reader. Unknown is never fine. */
export const AREA_STATE_LOOK = {
  safe: { tone: 'good' },
  waiting: { tone: 'info' },
  blocked: { tone: 'attention', shape: 'lock' },
  unknown: { tone: 'unknown' },
  'not-needed': { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<AreaState, { tone: Tone; shape?: Shape }>
