import type { Category } from '../access/access-codes.ts'
import type { ItemRule } from '../checklist/item-rule.ts'
import type { RuleFact } from '../checklist/rule-facts.ts'

/**
 * Which categories each question of the rules is answered from (derive-rule-facts.ts). A service that may not read all of
 * them sees "unknown" where there may be an answer.
 */
export const RULE_FACT_SOURCES = {
  'legal-status': ['release'],
  'release-certainty': ['release'],
  'on-omt': ['omt'],
  depot: ['omt'],
  /** Whoever is treated, or wants to be, has the need: read from the treatment before the answer itself. */
  'opioid-need': ['omt', 'naloxone'],
  'naloxone-trained': ['naloxone'],
  kit: ['naloxone'],
  'left-kit-replaced': ['naloxone'],
  'has-address': ['housing'],
  'first-night': ['housing'],
  'keeps-tenancy': ['housing'],
  'has-job': ['work'],
  'has-children': ['support'],
  pregnant: ['health'],
  'has-id': ['documents'],
  'has-phone': ['identity'],
  'has-bank-account': ['benefits'],
  'has-health-cover': ['benefits'],
  'needs-benefit': ['benefits'],
  'other-medicine': ['health'],
  'hiv-treatment': ['hiv-hcv'],
  'hcv-treatment': ['hiv-hcv'],
  'psychiatric-medicine': ['health'],
  'has-doctor': ['health'],
  'belongings-in-store': ['belongings'],
  'has-debts': ['support'],
  'licence-conditions': ['documents'],
  residence: ['documents'],
  'last-health-insurer': ['benefits'],
  'benefit-before': ['benefits'],
  'treatment-away': ['health'],
  'partner-help': ['partner'],
  interpreter: ['identity'],
  supporters: ['support'],
  'own-words': ['own-words'],
  'asks-other-pharmacy': ['own-words'],
  'asks-other-time': ['own-words'],
  'asks-depot': ['own-words'],
  'asks-money-held': ['own-words'],
  'overdose-plan': ['naloxone'],
  'belongings-listed': ['belongings'],
  'belongings-gone': ['belongings'],
  'first-night-confirmed': ['housing'],
  'kept-home-written': ['housing', 'benefits'],
  'kept-job-written': ['work'],
  'treatment-away-ready': ['omt'],
  'first-appointment': ['omt'],
} as const satisfies Record<RuleFact, readonly Category[]>

/**
 * Can somebody to whom these categories are open judge whether the rule applies? Only then may their press add, finish or
 * retire its item: an unknown that is only unknown to them decides nothing.
 */
export function mayJudgeRule(rule: ItemRule, categories: readonly Category[]): boolean {
  const conditions = [rule.neededWhen, rule.doneWhen ?? 'always'].flatMap((applies) =>
    applies === 'always' ? [] : applies.flat(),
  )
  const sources = conditions.flatMap((condition): readonly Category[] => RULE_FACT_SOURCES[condition.fact])
  return [rule.area, ...sources].every((category) => categories.includes(category))
}
