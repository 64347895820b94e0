import type { Area } from './areas.ts'
import type { ItemStatus } from './item-statuses.ts'
import type { RuleFact, RuleFacts } from './rule-facts.ts'
import type { ItemCode } from './rule-sets.ts'

/**
 * How an area of a plan stands.
 *
 * safe: nothing due up to now in the case's life is left · waiting: something is, and can be worked on · blocked: all
 * that is left waits for other items · unknown: the question that decides the area has no answer, which is never fine ·
 * not-needed: nothing is asked for, or all of it was called not needed or declined.
 */
export const AREA_STATES = ['safe', 'waiting', 'blocked', 'unknown', 'not-needed'] as const
export type AreaState = (typeof AREA_STATES)[number]

/** What progress is read from. */
export type ProgressItem = {
  code: ItemCode
  area: Area
  status: ItemStatus
  critical: boolean
  blockedBy: readonly string[]
  dueOffsetMinutes: number
  dueAt: Date | null
}

export type AreaProgress = {
  area: Area
  state: AreaState
  done: number
  /** Open and due in this part of the case's life: before release what is due by the gate, after it all. */
  left: number
  leftCritical: number
  declined: number
  /** What to do first; null when nothing is left. */
  first: ItemCode | null
}

/** The questions without whose answer nobody can say how the area stands. Every one must be unanswered. */
const DECIDING_FACTS = {
  omt: [{ fact: 'on-omt', unanswered: 'unknown' }],
  housing: [
    { fact: 'has-address', unanswered: 'unknown' },
    { fact: 'first-night', unanswered: 'unknown' },
  ],
  partner: [{ fact: 'partner-help', unanswered: 'not-asked' }],
} as const satisfies Partial<Record<Area, readonly { fact: RuleFact; unanswered: string }[]>>

/**
 * How does this area stand? Before release only what is due by the gate counts, so that an area can be safe while the
 * first community dose still lies ahead; after release everything counts.
 *
 * @param items all items of the plan: what blocks may lie in another area
 */
export function areaProgress(
  area: Area,
  items: readonly ProgressItem[],
  facts: RuleFacts,
  isReleased: boolean,
): AreaProgress {
  const live = items.filter((item) => item.area === area && item.status !== 'retired')
  const left = workingOrder(items).filter(
    (item) => item.area === area && isOpen(item) && (isReleased || item.dueOffsetMinutes <= 0),
  )
  const done = live.filter((item) => item.status === 'done').length
  const counts = {
    done,
    left: left.length,
    leftCritical: left.filter((item) => item.critical).length,
    declined: live.filter((item) => item.status === 'declined').length,
    first: left[0]?.code ?? null,
  }
  return { area, state: stateOf(area, { live, left, done, items }, facts), ...counts }
}

function stateOf(
  area: Area,
  found: { live: readonly ProgressItem[]; left: readonly ProgressItem[]; done: number; items: readonly ProgressItem[] },
  facts: RuleFacts,
): AreaState {
  const { live, left, done, items } = found
  if (isUnanswered(area, facts)) return 'unknown'
  if (left.length > 0) return left.every((item) => isBlocked(item, items)) ? 'blocked' : 'waiting'
  return done > 0 || live.some(isOpen) ? 'safe' : 'not-needed'
}

function isUnanswered(area: Area, facts: RuleFacts): boolean {
  const deciding: readonly { fact: RuleFact; unanswered: string }[] =
    area in DECIDING_FACTS ? DECIDING_FACTS[area as keyof typeof DECIDING_FACTS] : []
  return deciding.length > 0 && deciding.every(({ fact, unanswered }) => facts[fact] === unanswered)
}

/** Does the item wait for another one that is still open? */
export function isBlocked(item: ProgressItem, items: readonly ProgressItem[]): boolean {
  return items.some((other) => isOpen(other) && item.blockedBy.includes(other.code))
}

/**
 * The open items in the order in which to work: what blocks others comes before them, the earlier due time first, the
 * critical one before its equals. Items without a due time come last. The rules have no circle; should one appear, its
 * items follow in due order and none is lost.
 */
export function workingOrder<Item extends ProgressItem>(items: readonly Item[]): Item[] {
  const byDue = items.filter(isOpen).toSorted(earlierAndMoreCriticalFirst)
  const open = new Map<string, Item>(byDue.map((item) => [item.code, item]))
  const ordered = new Set<Item>()
  const visit = (item: Item, path: ReadonlySet<string>): void => {
    if (ordered.has(item) || path.has(item.code)) return
    const blockers = item.blockedBy.flatMap((code) => open.get(code) ?? [])
    for (const blocker of blockers.toSorted(earlierAndMoreCriticalFirst)) visit(blocker, new Set([...path, item.code]))
    ordered.add(item)
  }
  for (const item of byDue) visit(item, new Set())
  return [...ordered]
}

function isOpen(item: ProgressItem): boolean {
  return item.status === 'open' || item.status === 'in-progress'
}

function earlierAndMoreCriticalFirst(left: ProgressItem, right: ProgressItem): number {
  const leftDue = left.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  const rightDue = right.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (leftDue !== rightDue) return leftDue < rightDue ? -1 : 1
  if (left.critical !== right.critical) return left.critical ? -1 : 1
  return left.code < right.code ? -1 : left.code > right.code ? 1 : 0
}
