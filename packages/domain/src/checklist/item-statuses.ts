import { z } from 'zod'

/**
 * What people, or a changed fact, did to a checklist item. "Overdue" and "blocked" depend on the clock and on other
 * items: they are computed, never stored.
 *
 * retired: a fact changed and the item is no longer asked for; what was done on it stays readable.
 */
export const ITEM_STATUSES = ['open', 'in-progress', 'done', 'not-needed', 'declined', 'retired'] as const
export const ItemStatus = z.enum(ITEM_STATUSES, { error: 'checklist.status.unknown' })
export type ItemStatus = (typeof ITEM_STATUSES)[number]

/** Statuses that a person may set; `retired` and the way back from it belong to the rules. */
export const SETTABLE_ITEM_STATUSES = ['open', 'in-progress', 'done', 'not-needed', 'declined'] as const
export type SettableItemStatus = (typeof SETTABLE_ITEM_STATUSES)[number]

/** Statuses under which somebody still has to do something: invariant I-1 asks for one accountable service. */
export const OPEN_ITEM_STATUSES = ['open', 'in-progress'] as const satisfies readonly ItemStatus[]

/** Statuses that mean nothing without a reason. */
export const STATUSES_WITH_REASON = ['not-needed', 'declined'] as const satisfies readonly ItemStatus[]

/** Whose work an item is: the prison's, a community service's, or the person's own. */
export const OWNER_SIDES = ['prison', 'community', 'person'] as const
export const OwnerSide = z.enum(OWNER_SIDES, { error: 'checklist.ownerSide.unknown' })
export type OwnerSide = (typeof OWNER_SIDES)[number]
