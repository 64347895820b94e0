import type { CaseForRules } from '../src/care-plan/derive-rule-facts.ts'
import { deriveRuleFacts } from '../src/care-plan/derive-rule-facts.ts'
import type { FactCode } from '../src/care-plan/fact-codes.ts'
import type { RuleFacts } from '../src/checklist/rule-facts.ts'

/** A sentenced person with a confirmed date, of whom nothing else is known. */
export const NOTHING_KNOWN: CaseForRules = {
  facts: {},
  legalStatus: 'sentenced',
  releaseCertainty: 'confirmed',
  treatment: null,
  kit: null,
  partnerWish: 'not-asked',
  interpreterNeeded: null,
}

/** What the rules know of a case, told as answers: `ruleFacts({ id: 'has-id' })`, and what is recorded beside them. */
export function ruleFacts(
  answers: Partial<Record<FactCode, string>> = {},
  recorded: Partial<Omit<CaseForRules, 'facts'>> = {},
): RuleFacts {
  const facts = Object.entries(answers).map(([code, value]) => [code, { state: 'known', value }])
  return deriveRuleFacts({ ...NOTHING_KNOWN, ...recorded, facts: Object.fromEntries(facts) })
}
