import { type ItemStatus, type SettableItemStatus, STATUSES_WITH_REASON } from './item-statuses.ts'

export type ItemStatusDecision =
  | { ok: true; from: ItemStatus; to: SettableItemStatus }
  | { ok: false; refusal: 'checklist.retired' | 'checklist.already-so' | 'checklist.reason-missing' }

/**
 * May this item be set so? A retired one may not: the fact that retired it has to change first. A blocked one may be
 * finished, because life does not keep to the order of a list. Setting what is set already is told, not repeated.
 */
export function decideItemStatus(from: ItemStatus, to: SettableItemStatus, reason: string | null): ItemStatusDecision {
  if (from === 'retired') return { ok: false, refusal: 'checklist.retired' }
  if (from === to) return { ok: false, refusal: 'checklist.already-so' }
  const needsReason = STATUSES_WITH_REASON.some((status) => status === to)
  if (needsReason && (reason === null || reason.trim() === ''))
    return { ok: false, refusal: 'checklist.reason-missing' }
  return { ok: true, from, to }
}

/** What may be offered as a button, in the order of the list. */
export function itemStatusesFor(from: ItemStatus): SettableItemStatus[] {
  const offered = ['in-progress', 'done', 'not-needed', 'declined', 'open'] as const
  return offered.filter((to) => decideItemStatus(from, to, 'asked for when pressed').ok)
}
