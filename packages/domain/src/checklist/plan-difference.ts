import { type CurrentItem, decidePlanChanges, type PlanChange } from './decide-plan-changes.ts'
import type { PlanTiming } from './due-at.ts'
import type { ItemRule } from './item-rule.ts'
import type { OwnerSide } from './item-statuses.ts'
import { type PlannedItem, planItems } from './plan-items.ts'
import type { RuleFacts } from './rule-facts.ts'
import { getRuleSet, type ItemCode, isKnownRuleSet, type RuleSet } from './rule-sets.ts'

/** An item as it stands, with what its rule said when it joined the plan. */
export type StandingItem = CurrentItem & {
  ownerSide: OwnerSide
  critical: boolean
  blockedBy: readonly string[]
  dueOffsetMinutes: number | null
}

/** What a newer rule says otherwise of an item that stays. */
export const REWRITTEN_FIELDS = ['due', 'owner', 'critical', 'waits-for', 'limits', 'source'] as const
export type RewrittenField = (typeof REWRITTEN_FIELDS)[number]

export type RewrittenItem = { code: ItemCode; fields: RewrittenField[]; item: PlannedItem }

/** What bringing a plan to another version of its rules does to it. */
export type PlanDifference = { changes: PlanChange[]; rewritten: RewrittenItem[] }

/**
 * What would change if this plan followed that version? Shown before anybody presses, and then written as it was shown.
 *
 * Nothing that a person finished, declined or called not needed is touched, nor rewritten: it was done by the rule of its
 * time. The title of an item belongs to its code and never changes its meaning; another meaning is another code.
 *
 * @param from the version that the plan has; what it said of limits and sources is compared where this program knows it
 * @throws RangeError when there is no such version `to`
 */
export function planDifference(
  from: string,
  to: string,
  facts: RuleFacts,
  timing: PlanTiming,
  current: readonly StandingItem[],
): PlanDifference {
  const planned = planItems(to, facts, timing)
  const standing = new Map(current.map((item) => [item.code, item]))
  const old: RuleSet = isKnownRuleSet(from) ? getRuleSet(from) : {}
  const rules = getRuleSet(to)
  const rewritten = planned.flatMap((item): RewrittenItem[] => {
    const now = standing.get(item.code)
    if (!now || !isOpenAgain(now.status)) return []
    const fields = fieldsThatDiffer(now, item, old[item.code], rules[item.code])
    return fields.length > 0 ? [{ code: item.code, fields, item }] : []
  })
  return { changes: decidePlanChanges(to, facts, planned, current), rewritten }
}

/** Open, or off the list by the rules and so to come back: what a person settled stays as it was. */
function isOpenAgain(status: CurrentItem['status']): boolean {
  return status === 'open' || status === 'in-progress' || status === 'retired'
}

function fieldsThatDiffer(
  now: StandingItem,
  item: PlannedItem,
  old: ItemRule | undefined,
  rule: ItemRule | undefined,
): RewrittenField[] {
  const differs: Record<RewrittenField, boolean> = {
    due: now.dueOffsetMinutes !== item.dueOffsetMinutes,
    owner: now.ownerSide !== item.ownerSide,
    critical: now.critical !== item.critical,
    'waits-for': now.blockedBy.toSorted().join() !== item.allBlockers.toSorted().join(),
    limits: old !== undefined && limitsOf(old) !== limitsOf(rule),
    source: old !== undefined && old.source !== rule?.source,
  }
  return REWRITTEN_FIELDS.filter((field) => differs[field])
}

function limitsOf(rule: ItemRule | undefined): string {
  return JSON.stringify([rule?.earliest ?? null, rule?.latest ?? null, rule?.leadDays ?? null])
}
