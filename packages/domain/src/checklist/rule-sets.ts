import { BENEFIT_ITEMS } from './checklist-2026-11/benefit-items.ts'
import { HEALTH_ITEMS } from './checklist-2026-11/health-items.ts'
import { HOUSING_ITEMS } from './checklist-2026-11/housing-items.ts'
import { NALOXONE_ITEMS } from './checklist-2026-11/naloxone-items.ts'
import { OMT_ITEMS } from './checklist-2026-11/omt-items.ts'
import { PARTNER_ITEMS } from './checklist-2026-11/partner-items.ts'
import { SUPPORT_ITEMS } from './checklist-2026-11/support-items.ts'
import type { ItemRule } from './item-rule.ts'

const CHECKLIST_2026_11 = {
  ...OMT_ITEMS,
  ...NALOXONE_ITEMS,
  ...HOUSING_ITEMS,
  ...BENEFIT_ITEMS,
  ...PARTNER_ITEMS,
  ...HEALTH_ITEMS,
  ...SUPPORT_ITEMS,
} as const satisfies Record<string, ItemRule>

/** The code of an item of any rule set: what PostgreSQL stores and packages/i18n has words for. */
export type ItemCode = keyof typeof CHECKLIST_2026_11

/** Every item code, for the words. */
export const ITEM_CODES = Object.keys(CHECKLIST_2026_11) as readonly ItemCode[]

/**
 * The rule sets by version. A running plan keeps the version it was made from, so an old set stays here for as long as
 * a plan is open that names it. True in every country; what differs by country comes as packs beside it.
 */
export const RULE_SETS = {
  'checklist-2026-11': CHECKLIST_2026_11,
} as const satisfies Record<string, Readonly<Record<string, ItemRule>>>

export type RuleSetVersion = keyof typeof RULE_SETS

/** What new plans are made from. */
export const CURRENT_RULE_SET: RuleSetVersion = 'checklist-2026-11'

/**
 * The rules of this version.
 * @throws RangeError when there is no such version: a plan that names one was made by a newer program.
 */
export function getRuleSet(version: string): Readonly<Record<ItemCode, ItemRule>> {
  if (!Object.hasOwn(RULE_SETS, version)) throw new RangeError(`no such rule set: ${version}`)
  return RULE_SETS[version as RuleSetVersion]
}
