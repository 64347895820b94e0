import { isMissingStep } from '../country-pack/did-not-arrive.ts'
import type { ItemStatus } from './item-statuses.ts'
import type { PlannedItem } from './plan-items.ts'
import { type RuleFact, type RuleFacts, unfulfilledFacts } from './rule-facts.ts'
import { getRuleSet, type ItemCode } from './rule-sets.ts'

/** An item as it stands in the record. */
export type CurrentItem = {
  code: ItemCode
  status: ItemStatus
  dueAt: Date | null
  /** Whether the rules, and not a person, set the status: `done` by a fact can be taken back by a fact. */
  setByRules: boolean
  /** For a retired item: what it was before, so that the same fact taken back restores it. */
  retiredFrom: 'open' | 'in-progress' | null
}

/** What a changed fact or date does to one item. Codes and times only: words are made where they are read. */
export type PlanChange =
  | { kind: 'add'; item: PlannedItem }
  /** The rules no longer ask for it. `because` names the facts; what was done on it stays readable. */
  | { kind: 'retire'; code: ItemCode; because: readonly RuleFact[] }
  | { kind: 'bring-back'; code: ItemCode; to: 'open' | 'in-progress' | 'done'; dueAt: Date | null }
  /** A recorded fact finishes it. */
  | { kind: 'finish'; code: ItemCode }
  /** The fact that finished it has gone; it is work again. */
  | { kind: 'reopen'; code: ItemCode; dueAt: Date | null }
  /** `from` or `to` is null when there was, or is, no due time. */
  | { kind: 'move-due'; code: ItemCode; from: Date | null; to: Date | null }

/**
 * What must change on this plan, now that facts or dates have? Nothing that a person finished, declined or called not
 * needed is touched: nothing done is lost. A fact added and taken back restores the plan.
 *
 * @param planned the items that the facts ask for now (`planItems` with the plan's own version)
 */
export function decidePlanChanges(
  version: string,
  facts: RuleFacts,
  planned: readonly PlannedItem[],
  current: readonly CurrentItem[],
): PlanChange[] {
  const standing = new Map(current.map((item) => [item.code, item]))
  const wanted = new Set(planned.map((item) => item.code))
  const rules = getRuleSet(version)

  const retired = current.flatMap((item): PlanChange[] => {
    const mayGo = item.status === 'open' || item.status === 'in-progress' || (item.status === 'done' && item.setByRules)
    // Asked for by a press and not by a rule.
    if (wanted.has(item.code) || !mayGo || isMissingStep(item.code)) return []
    const rule = rules[item.code]
    return [{ kind: 'retire', code: item.code, because: rule ? unfulfilledFacts(rule.neededWhen, facts) : [] }]
  })
  const others = planned.flatMap((item): PlanChange[] => {
    const now = standing.get(item.code)
    return now === undefined ? [{ kind: 'add', item }] : changesOf(item, now)
  })
  return [...others, ...retired]
}

function changesOf(item: PlannedItem, now: CurrentItem): PlanChange[] {
  const { code, dueAt } = item
  if (now.status === 'retired')
    return [{ kind: 'bring-back', code, to: item.doneByFact ? 'done' : (now.retiredFrom ?? 'open'), dueAt }]
  if (now.status === 'done') return now.setByRules && !item.doneByFact ? [{ kind: 'reopen', code, dueAt }] : []
  if (now.status === 'not-needed' || now.status === 'declined') return []
  if (item.doneByFact) return [{ kind: 'finish', code }]
  return now.dueAt?.getTime() === dueAt?.getTime() ? [] : [{ kind: 'move-due', code, from: now.dueAt, to: dueAt }]
}
