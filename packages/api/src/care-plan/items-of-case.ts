import type { Actor } from '@throughcare/db/actor'
import type { StoredCase, StoredItem } from '@throughcare/db/care-plan/stored-case'
import { itemStatusesFor } from '@throughcare/domain/checklist/decide-item-status'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { type ProgressItem, workingOrder } from '@throughcare/domain/checklist/progress'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { ItemView } from './case-view.ts'
import { mayOn } from './get-part.ts'

type OrderedItem = ProgressItem & { stored: StoredItem }

/** The items of a stored case as the rules of progress read them. */
export function progressItemsOf(found: StoredCase): OrderedItem[] {
  return found.items.map((stored) => ({
    code: stored.code as ItemCode,
    area: stored.area,
    status: stored.status,
    critical: stored.critical,
    blockedBy: stored.blockedBy,
    dueOffsetMinutes: stored.dueOffsetMinutes ?? 0,
    dueAt: stored.dueAt === null ? null : new Date(stored.dueAt),
    stored,
  }))
}

/** The items with what they wait for and what the reader may do, in working order; finished and retired ones last. */
export function itemsOfCase(found: StoredCase, actor: Actor, now: Date): ItemView[] {
  const items = progressItemsOf(found)
  const order = workingOrder(items)
  const open = new Map(order.map((item) => [item.stored.code, item.stored]))
  const rest = items.filter((item) => !isOpen(item.status)).map((item) => item.stored)
  return [...order.map((item) => item.stored), ...rest].map(({ blockedBy, ...item }): ItemView => {
    const isOurs = item.accountableServiceId === actor.serviceId
    return {
      ...item,
      waitsFor: isOpen(item.status) ? blockedBy.filter((code) => open.has(code)) : [],
      holdsUp: isOpen(item.status)
        ? [...open.values()].filter((other) => other.blockedBy.includes(item.code)).map((other) => other.code)
        : [],
      isOverdue: isOpen(item.status) && item.dueAt !== null && new Date(item.dueAt) <= now,
      isOurs,
      maySet:
        isOurs && found.plan?.closedAt === null && mayOn(actor, 'checklist.set-status', found.part, item.area)
          ? itemStatusesFor(item.status)
          : [],
    }
  })
}

function isOpen(status: ItemStatus): boolean {
  return status === 'open' || status === 'in-progress'
}
