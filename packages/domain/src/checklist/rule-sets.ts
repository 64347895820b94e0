import type { CountryPack } from '../country-pack/country-pack.ts'
import { findCountryPack, findPackVersion, PACK_ITEM_CODES, type PackItemCode } from '../country-pack/country-packs.ts'
import { BENEFIT_ITEMS } from './checklist-2026-11/benefit-items.ts'
import { HEALTH_ITEMS } from './checklist-2026-11/health-items.ts'
import { HOUSING_ITEMS } from './checklist-2026-11/housing-items.ts'
import { NALOXONE_ITEMS } from './checklist-2026-11/naloxone-items.ts'
import { OMT_ITEMS } from './checklist-2026-11/omt-items.ts'
import { PARTNER_ITEMS } from './checklist-2026-11/partner-items.ts'
import { SUPPORT_ITEMS } from './checklist-2026-11/support-items.ts'
import { ADDED_ITEMS } from './checklist-2026-11-2/added-items.ts'
import type { ItemRule } from './item-rule.ts'
import { withPack } from './with-pack.ts'

const CHECKLIST_2026_11 = {
  ...OMT_ITEMS,
  ...NALOXONE_ITEMS,
  ...HOUSING_ITEMS,
  ...BENEFIT_ITEMS,
  ...PARTNER_ITEMS,
  ...HEALTH_ITEMS,
  ...SUPPORT_ITEMS,
} as const satisfies Record<string, ItemRule>

const CHECKLIST_2026_11_2 = { ...CHECKLIST_2026_11, ...ADDED_ITEMS } as const satisfies Record<string, ItemRule>

/** The code of an item that is asked for in every country. */
export type CommonItemCode = keyof typeof CHECKLIST_2026_11_2

/** The code of an item of any rule set or country's pack: what PostgreSQL stores and packages/i18n has words for. */
export type ItemCode = CommonItemCode | PackItemCode

export const COMMON_ITEM_CODES = Object.keys(CHECKLIST_2026_11_2) as readonly CommonItemCode[]

/** Every item code, for the words. */
export const ITEM_CODES: readonly ItemCode[] = [...COMMON_ITEM_CODES, ...PACK_ITEM_CODES]

/** The rules of one plan. A code of another country, or of a newer version, is not among them. */
export type RuleSet = { readonly [Code in ItemCode]?: ItemRule }

/** The common rules by version: true in every country. An old set stays here for as long as a plan is open that names it. */
export const RULE_SETS = {
  'checklist-2026-11': CHECKLIST_2026_11,
  'checklist-2026-11-2': CHECKLIST_2026_11_2,
} as const satisfies Record<string, Readonly<Record<string, ItemRule>>>

export type CommonVersion = keyof typeof RULE_SETS

/** What new plans are made from, where no country's pack is added. */
export const CURRENT_RULE_SET = 'checklist-2026-11-2' as const satisfies CommonVersion

/** Between the version of the common rules and that of the country's pack. */
const AND = '+'

/**
 * The version that a plan made now is made from: the common rules, and the pack of the country where the person will live.
 * A running plan keeps the version it was made from (practice F15); somebody brings it to the newer one.
 */
export function currentRuleSetFor(country: string, region: string): string {
  const pack = findCountryPack(country, region)
  return pack === null ? CURRENT_RULE_SET : `${CURRENT_RULE_SET}${AND}${pack.version}`
}

/** The pack that a plan of this version has; null when it has the common rules alone, or one that this program does not know. */
export function packOfRuleSet(version: string): CountryPack | null {
  const [, pack] = version.split(AND)
  return pack === undefined ? null : findPackVersion(pack)
}

/** Does this program know the version? A plan that names another one was made by a newer program. */
export function isKnownRuleSet(version: string): boolean {
  const [common = '', pack, more] = version.split(AND)
  return (
    more === undefined && Object.hasOwn(RULE_SETS, common) && (pack === undefined || findPackVersion(pack) !== null)
  )
}

const MERGED = new Map<string, RuleSet>()

/**
 * The rules of this version, common ones and those of a country together.
 * @throws RangeError when there is no such version: a plan that names one was made by a newer program.
 */
export function getRuleSet(version: string): RuleSet {
  const known = MERGED.get(version)
  if (known) return known
  if (!isKnownRuleSet(version)) throw new RangeError(`no such rule set: ${version}`)
  const [common] = version.split(AND)
  const pack = packOfRuleSet(version)
  const rules = RULE_SETS[common as CommonVersion]
  const merged: RuleSet = pack === null ? rules : withPack(rules, pack)
  MERGED.set(version, merged)
  return merged
}
