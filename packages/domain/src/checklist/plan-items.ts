import type { Area } from './areas.ts'
import { dueAt, type PlanTiming } from './due-at.ts'
import type { ItemRule } from './item-rule.ts'
import type { OwnerSide } from './item-statuses.ts'
import { isFulfilled, type RuleFacts } from './rule-facts.ts'
import { getRuleSet, type ItemCode } from './rule-sets.ts'

/** One line that these facts ask for. */
export type PlannedItem = {
  code: ItemCode
  area: Area
  ownerSide: OwnerSide
  critical: boolean
  /** Only codes that stand on this plan. */
  blockedBy: readonly ItemCode[]
  /** The rule's whole list: what the record keeps, so that a blocker that joins later blocks from then on. */
  allBlockers: readonly string[]
  dueOffsetMinutes: number
  dueAt: Date | null
  /** A recorded fact has finished it already: nobody needs to tick what is known. */
  doneByFact: boolean
}

/**
 * Which items does this case need, and when is each due? Pure and quick: a list of 50,000 lines makes as many plans.
 *
 * Order: by area as boards show them, then as the rules stand. The same facts and times give the same plan.
 *
 * @throws RangeError when there is no such version of the rules
 */
export function planItems(version: string, facts: RuleFacts, timing: PlanTiming): PlannedItem[] {
  const needed = Object.entries<ItemRule>(getRuleSet(version)).filter(([, rule]) => isFulfilled(rule.neededWhen, facts))
  const codes = new Set(needed.map(([code]) => code))
  return needed.map(([code, rule]) => ({
    code: code as ItemCode,
    area: rule.area,
    ownerSide: rule.ownerSide,
    critical: rule.critical,
    blockedBy: rule.blockedBy.filter((each) => codes.has(each)) as ItemCode[],
    allBlockers: rule.blockedBy,
    dueOffsetMinutes: rule.dueOffsetMinutes,
    dueAt: dueAt(rule, timing),
    doneByFact: rule.doneWhen !== undefined && isFulfilled(rule.doneWhen, facts),
  }))
}
