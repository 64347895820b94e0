import { mayUndo } from '../dose-list/undo-window.ts'
import { decideItemStatus } from './decide-item-status.ts'
import type { ItemStatus, SettableItemStatus } from './item-statuses.ts'

/** Why one line of several is not done, while the others are. */
export const LINE_REFUSALS = [
  'not-found',
  'not-allowed',
  'changed-meanwhile',
  'checklist.not-accountable',
  'checklist.retired',
  'checklist.already-so',
  'item-work.not-open',
  'item-work.not-yours-to-undo',
  'item-work.too-late-to-undo',
] as const
export type LineRefusal = (typeof LINE_REFUSALS)[number]

/** An item as the work on it is decided. */
export type WorkedItem = {
  status: ItemStatus
  version: number
  accountableServiceId: string
  assignedTo: string | null
}

/** What stands in the way of any work on an item by this service; null when nothing does. */
function inTheWay(item: WorkedItem, seenVersion: number, serviceId: string): LineRefusal | null {
  if (item.version !== seenVersion) return 'changed-meanwhile'
  return item.accountableServiceId === serviceId ? null : 'checklist.not-accountable'
}

/** May this item be put in this name? One that is finished is nobody's any more. Null: yes. */
export function refusalOfAssigning(
  item: WorkedItem,
  seenVersion: number,
  serviceId: string,
  to: string | null,
): LineRefusal | null {
  const refusal = inTheWay(item, seenVersion, serviceId)
  if (refusal) return refusal
  if (item.status !== 'open' && item.status !== 'in-progress') return 'item-work.not-open'
  return item.assignedTo === to ? 'checklist.already-so' : null
}

/** May this item be called done? Null: yes. */
export function refusalOfFinishing(item: WorkedItem, seenVersion: number, serviceId: string): LineRefusal | null {
  const refusal = inTheWay(item, seenVersion, serviceId)
  if (refusal) return refusal
  const decision = decideItemStatus(item.status, 'done', null)
  return decision.ok ? null : (decision.refusal as LineRefusal)
}

/** The last press on an item: what it made of it, who pressed and when. Null: nobody ever pressed. */
export type LastPress = { from: ItemStatus | null; to: ItemStatus; byAccount: string; at: Date } | null

export type UndoDecision = { ok: true; to: SettableItemStatus } | { ok: false; refusal: LineRefusal }

/**
 * May the last press be taken back, and to what? For seconds only (rule LIST-2), and only by whoever pressed: afterwards it is
 * a change like any other. The press and its taking back both stay in the history.
 */
export function decideItemUndo(
  item: WorkedItem,
  seenVersion: number,
  who: { serviceId: string; accountId: string },
  last: LastPress,
  now: Date,
): UndoDecision {
  const refusal = inTheWay(item, seenVersion, who.serviceId)
  if (refusal) return { ok: false, refusal }
  if (
    !last ||
    last.to !== item.status ||
    last.byAccount !== who.accountId ||
    last.from === null ||
    last.from === 'retired'
  )
    return { ok: false, refusal: 'item-work.not-yours-to-undo' }
  if (!mayUndo(last.at, now)) return { ok: false, refusal: 'item-work.too-late-to-undo' }
  return { ok: true, to: last.from }
}

/**
 * May an item have a due time of its own, or the rule's again? Null: yes. A finished one has none; one that is due then already
 * changes nothing.
 */
export function refusalOfDue(
  item: WorkedItem & { dueAt: Date | null; dueOverrideAt: Date | null },
  seenVersion: number,
  serviceId: string,
  dueAt: Date | null,
): LineRefusal | null {
  const refusal = inTheWay(item, seenVersion, serviceId)
  if (refusal) return refusal
  if (item.status !== 'open' && item.status !== 'in-progress') return 'item-work.not-open'
  const stands = item.dueOverrideAt ?? item.dueAt
  return stands?.getTime() === (dueAt ?? item.dueAt)?.getTime() ? 'checklist.already-so' : null
}
