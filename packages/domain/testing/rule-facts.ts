import fc from 'fast-check'
import { RULE_FACTS, type RuleFacts } from '../src/checklist/rule-facts.ts'
import { CURRENT_RULE_SET, currentRuleSetFor } from '../src/checklist/rule-sets.ts'
import { COUNTRY_PACKS } from '../src/country-pack/country-packs.ts'

/** Any answer to every question of the rules. */
export const anyRuleFacts: fc.Arbitrary<RuleFacts> = fc.record(
  Object.fromEntries(Object.entries(RULE_FACTS).map(([fact, values]) => [fact, fc.constantFrom(...values)])),
) as unknown as fc.Arbitrary<RuleFacts>

/** The version of the rules that a new plan has in each country, and where nobody wrote a pack. */
export const VERSIONS: readonly string[] = [
  CURRENT_RULE_SET,
  ...COUNTRY_PACKS.map(({ country, regions }) =>
    currentRuleSetFor(country, (regions as readonly string[] | null)?.[0] ?? ''),
  ),
]

/** So many answers to every question, the same for the same seed. */
export function sampleRuleFacts(count: number, seed: number): RuleFacts[] {
  return fc.sample(anyRuleFacts, { numRuns: count, seed })
}
