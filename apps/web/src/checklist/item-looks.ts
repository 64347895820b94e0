import type { ItemView } from '@throughcare/api/care-plan/case-view'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { Shape, Tone } from '@throughcare/ui/tone'

type Look = { tone: Tone; shape?: Shape }

const STATUS_LOOK = {
  open: { tone: 'info', shape: 'ring' },
  'in-progress': { tone: 'info' },
  done: { tone: 'good' },
  'not-needed': { tone: 'quiet', shape: 'dash' },
  declined: { tone: 'quiet', shape: 'dash' },
  retired: { tone: 'quiet', shape: 'dash' },
} as const satisfies Record<ItemStatus, Look>

/** How much an item asks of the reader: late ones more, and most where the release is unsafe without them. */
export function itemLook(item: Pick<ItemView, 'status' | 'isOverdue' | 'critical'>): Look {
  if (!item.isOverdue) return STATUS_LOOK[item.status]
  return item.critical ? { tone: 'urgent', shape: 'clock' } : { tone: 'attention', shape: 'clock' }
}
