import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn, startOfDay, type Zone } from '../calendar/zone.ts'
import type { ItemStatus } from './item-statuses.ts'

/**
 * The lists of whoever works on items, in the order of a working day (rule LIST-3). Every open item of a service's cases stands in exactly
 * one, so that the numbers above the lists add up to all there is.
 *
 * today: ours, waits for nothing, due before our day ends; what is late is today's · this-week: ours, waits for nothing, due
 * in the six days after · later: ours, waits for nothing, due after that or with no due time yet · blocked: ours, and an open
 * item of the same plan comes first · others: another service answers for it, and we wait.
 */
export const ITEM_LISTS = ['today', 'this-week', 'later', 'blocked', 'others'] as const
export type ItemList = (typeof ITEM_LISTS)[number]

/** Today and the six days after it: "this week" has the same length on a Friday as on a Monday. */
export const DAYS_OF_THE_WEEK_AHEAD = 7

/** Where today and the week ahead end. Both ends are the first instant that no longer belongs to them. */
export type ListBounds = { todayEnds: Date; weekEnds: Date }

/** Days are those of the service that works the list: its midnight, over a clock change too. */
export function listBounds(now: Date, zone: Zone): ListBounds {
  const today = plainDateIn(now, zone)
  return {
    todayEnds: startOfDay(addDays(today, 1), zone),
    weekEnds: startOfDay(addDays(today, DAYS_OF_THE_WEEK_AHEAD), zone),
  }
}

/** An item as the lists look at it. */
export type ListedItem = {
  status: ItemStatus
  /** The reader's service answers for it. */
  isOurs: boolean
  /** An open item of the same plan, as far as the reader may see the plan, must be finished first. */
  isBlocked: boolean
  /** By hand or by the rule; null: none yet. */
  dueAt: Date | null
}

/** Which list does an item stand in? Null: in none, because nothing is left to do on it. */
export function listOf({ status, isOurs, isBlocked, dueAt }: ListedItem, bounds: ListBounds): ItemList | null {
  if (status !== 'open' && status !== 'in-progress') return null
  if (!isOurs) return 'others'
  if (isBlocked) return 'blocked'
  if (dueAt === null || dueAt >= bounds.weekEnds) return 'later'
  return dueAt < bounds.todayEnds ? 'today' : 'this-week'
}
