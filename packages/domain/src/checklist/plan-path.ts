import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import type { ItemRule } from './item-rule.ts'
import type { ProgressItem } from './progress.ts'
import type { ItemCode, RuleSet } from './rule-sets.ts'

/** The longest chain of open items, each of which waits for the one before it. */
export type CriticalPath = {
  /** In working order; the last one is due by the gate. */
  codes: ItemCode[]
  /** Whole days from the first step to the last, as reckoned; see {@link criticalPath}. */
  days: number
  /** Days in it that somebody's own lead time tells; the rest is our plan's spacing, which is a default of ours. */
  knownDays: number
  /** Days from today to the release. Null: no date. Negative: past it. */
  daysLeft: number | null
}

/** Why an item cannot be done in time any more. */
export type TooLate =
  /** Its last useful day has passed. `hard`: the right is lost. */
  | { code: ItemCode; why: 'day-passed'; lastDay: PlainDate; hard: boolean }
  /** The offices need longer than is left until that day, or until the release. */
  | { code: ItemCode; why: 'lead-time'; lastDay: PlainDate; needs: number; left: number; hard: boolean }

/** Where on the calendar the plan stands. */
export type PathTiming = {
  today: PlainDate
  /** The day the person went out, or is expected to. Null: no date. */
  releaseOn: PlainDate | null
}

const MINUTES_OF_A_DAY = 24 * 60

/**
 * What is the longest way through what is still open before the gate? Of every step the office's own lead time counts where
 * somebody told it to us; otherwise the time that our plan leaves between the step before and this one. That spacing is our
 * default, not a guideline, and may be hurried; a lead time may not. Null when no open item waits for another one.
 */
export function criticalPath(
  items: readonly ProgressItem[],
  rules: RuleSet,
  { today, releaseOn }: PathTiming,
): CriticalPath | null {
  const open = openItems(items)
  const ways = longestWays(open, (item, before) => {
    const lead = leadOf(rules, item.code)
    const spacing = before ? Math.round((item.dueOffsetMinutes - before.dueOffsetMinutes) / MINUTES_OF_A_DAY) : 0
    return lead ?? Math.max(0, spacing)
  })
  const longest = [...open.values()]
    .filter((item) => item.dueOffsetMinutes <= 0)
    .flatMap((item) => ways.get(item.code) ?? [])
    .filter((way) => way.codes.length > 1)
    .toSorted((one, other) => other.days - one.days || other.codes.length - one.codes.length || byText(one, other))[0]
  if (!longest) return null
  return {
    ...longest,
    knownDays: longest.codes.reduce((sum, code) => sum + (leadOf(rules, code) ?? 0), 0),
    daysLeft: releaseOn === null ? null : daysBetween(today, releaseOn),
  }
}

/**
 * Which open items cannot be done in time any more? Those whose last day to ask has passed, and those that cannot be asked
 * for by then because what they wait for takes longer. An item without a last day is held against the release when it is due
 * by then: what it waits for and its own lead time must fit. Without a date nothing can be said, and nothing is.
 */
export function itemsTooLate(
  items: readonly ProgressItem[],
  rules: RuleSet,
  { today, releaseOn }: PathTiming,
): TooLate[] {
  if (releaseOn === null) return []
  const open = openItems(items)
  const ways = longestWays(open, (item) => leadOf(rules, item.code) ?? 0)
  return [...open.values()].flatMap((item): TooLate[] => {
    const latest = ruleOf(rules, item.code)?.latest ?? null
    const before = Math.max(0, ...item.blockedBy.map((code) => ways.get(code as ItemCode)?.days ?? 0))
    const needs = latest === null ? before + (leadOf(rules, item.code) ?? 0) : before
    const lastDay = addDays(releaseOn, latest?.days ?? 0)
    const left = daysBetween(today, lastDay)
    const hard = latest?.hard ?? false
    if (latest !== null && left < 0) return [{ code: item.code, why: 'day-passed', lastDay, hard }]
    const hasLimit = latest !== null || item.dueOffsetMinutes <= 0
    return hasLimit && needs > 0 && needs > left
      ? [{ code: item.code, why: 'lead-time', lastDay, needs, left: Math.max(0, left), hard }]
      : []
  })
}

/** The first day on which an item can be done; null when no limit is known, or no date. */
export function earliestDay(
  rule: Pick<ItemRule, 'earliest'> | undefined,
  releaseOn: PlainDate | null,
): PlainDate | null {
  return rule?.earliest && releaseOn ? addDays(releaseOn, rule.earliest.days) : null
}

type Way = { codes: ItemCode[]; days: number }

/** Of every open item the longest way to it through what it waits for. A circle, which no rule set has, is cut where it closes. */
function longestWays(
  open: ReadonlyMap<ItemCode, ProgressItem>,
  daysOf: (item: ProgressItem, before: ProgressItem | null) => number,
): Map<ItemCode, Way> {
  const ways = new Map<ItemCode, Way>()
  const wayTo = (item: ProgressItem, path: ReadonlySet<string>): Way => {
    const known = ways.get(item.code)
    if (known) return known
    const blockers = item.blockedBy.flatMap((code) => (path.has(code) ? [] : (open.get(code as ItemCode) ?? [])))
    const before = blockers.map((blocker): Way => {
      const way = wayTo(blocker, new Set([...path, item.code]))
      return { codes: [...way.codes, item.code], days: way.days + daysOf(item, blocker) }
    })
    const longest = before.toSorted((one, other) => other.days - one.days || byText(one, other))[0]
    const way = longest ?? { codes: [item.code], days: daysOf(item, null) }
    ways.set(item.code, way)
    return way
  }
  for (const item of open.values()) wayTo(item, new Set([item.code]))
  return ways
}

function openItems(items: readonly ProgressItem[]): Map<ItemCode, ProgressItem> {
  return new Map(
    items.filter(({ status }) => status === 'open' || status === 'in-progress').map((item) => [item.code, item]),
  )
}

function ruleOf(rules: RuleSet, code: ItemCode): ItemRule | undefined {
  return Object.hasOwn(rules, code) ? rules[code] : undefined
}

function leadOf(rules: RuleSet, code: ItemCode): number | null {
  return ruleOf(rules, code)?.leadDays ?? null
}

function byText(one: Way, other: Way): number {
  return one.codes.join() < other.codes.join() ? -1 : 1
}
