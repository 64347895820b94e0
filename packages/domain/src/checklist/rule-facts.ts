import { CERTAINTIES, LEGAL_STATUSES } from '../release/release-codes.ts'

const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const

/**
 * What the checklist's rules may ask about a case, and every answer there is. "unknown" is an answer: rules name it,
 * and an item that is needed unless the answer is no is needed while nobody has asked.
 */
export const RULE_FACTS = {
  'legal-status': LEGAL_STATUSES,
  'release-certainty': CERTAINTIES,
  'on-omt': ['yes', 'wants', 'no', 'unknown'],
  /** Whether the treatment is a depot: an injection that lasts. `no` without a treatment. */
  depot: YES_NO_UNKNOWN,
  'opioid-need': YES_NO_UNKNOWN,
  'naloxone-trained': YES_NO_UNKNOWN,
  kit: ['in-property', 'handed-over', 'left-in-prison', 'declined', 'none', 'unknown'],
  /** A kit was left in prison, and one has reached the person since. */
  'left-kit-replaced': ['yes', 'no'],
  'has-address': YES_NO_UNKNOWN,
  'first-night': ['own-address', 'with-others', 'temporary', 'none', 'unknown'],
  'keeps-tenancy': YES_NO_UNKNOWN,
  'has-job': YES_NO_UNKNOWN,
  'has-children': YES_NO_UNKNOWN,
  pregnant: YES_NO_UNKNOWN,
  'has-id': ['yes', 'ordered', 'no', 'unknown'],
  'has-phone': YES_NO_UNKNOWN,
  'has-bank-account': YES_NO_UNKNOWN,
  'has-health-cover': YES_NO_UNKNOWN,
  'needs-benefit': YES_NO_UNKNOWN,
  'other-medicine': YES_NO_UNKNOWN,
  'hiv-treatment': YES_NO_UNKNOWN,
  'hcv-treatment': YES_NO_UNKNOWN,
  'psychiatric-medicine': YES_NO_UNKNOWN,
  'has-doctor': YES_NO_UNKNOWN,
  'belongings-in-store': YES_NO_UNKNOWN,
  'has-debts': YES_NO_UNKNOWN,
  'licence-conditions': YES_NO_UNKNOWN,
  /** Whether a right to stay stands in the way of cover and benefits; never a nationality. */
  residence: ['lawful', 'undocumented', 'unknown'],
  /** Who insured the person's health before custody: some countries take the person back where they were. */
  'last-health-insurer': ['statutory', 'private', 'none', 'unknown'],
  /** Whether a benefit ran before custody: some countries start it again instead of deciding anew. */
  'benefit-before': YES_NO_UNKNOWN,
  /** A residential treatment far from home is asked for or booked. */
  'treatment-away': YES_NO_UNKNOWN,
  'partner-help': ['yes', 'no', 'not-asked'],
  interpreter: YES_NO_UNKNOWN,
  supporters: YES_NO_UNKNOWN,
  /** Said, or asked and chose not to say any: both are answers. */
  'own-words': ['yes', 'chose-not-to', 'unknown'],
  /** What the person's own words ask for, as far as they make tasks. */
  'asks-other-pharmacy': ['yes', 'no'],
  'asks-other-time': ['yes', 'no'],
  'asks-depot': ['yes', 'no'],
  'asks-money-held': ['yes', 'no'],
  /** Things in store are listed; and none of those listed is in store any more. */
  'belongings-listed': ['yes', 'no'],
  'belongings-gone': ['yes', 'no'],
  'first-night-confirmed': ['yes', 'no'],
  /** A letter that keeps the home, or the job, was written. */
  'kept-home-written': ['yes', 'no'],
  'kept-job-written': ['yes', 'no'],
  /** Whether a residential treatment lacks nothing, home and activity afterwards included (rule CIR-4); unknown without one. */
  'treatment-away-ready': YES_NO_UNKNOWN,
  /** What became of the offer to talk an overdose through. */
  'overdose-plan': ['made', 'declined', 'offered', 'unknown'],
  /** Whether place and time of the first appointment outside are known. */
  'first-appointment': YES_NO_UNKNOWN,
} as const satisfies Record<string, readonly string[]>

export type RuleFact = keyof typeof RULE_FACTS
export type RuleFactValue<Fact extends RuleFact> = (typeof RULE_FACTS)[Fact][number]

/** One answer to each question. */
export type RuleFacts = { readonly [Fact in RuleFact]: RuleFactValue<Fact> }

/** "The answer to this question is one of these." */
export type Condition = { readonly [Fact in RuleFact]: { fact: Fact; is: readonly RuleFactValue<Fact>[] } }[RuleFact]

/** Ways in which a rule applies: every condition of one of the ways must hold. `always` needs none. */
export type Applies = 'always' | readonly (readonly Condition[])[]

/** Do these facts fulfil the rule? */
export function isFulfilled(applies: Applies, facts: RuleFacts): boolean {
  return applies === 'always' || applies.some((way) => way.every((condition) => holds(condition, facts)))
}

/** The facts that keep a rule from applying: the reason to show when its item is retired. Empty when it applies. */
export function unfulfilledFacts(applies: Applies, facts: RuleFacts): RuleFact[] {
  if (isFulfilled(applies, facts) || applies === 'always') return []
  const failing = applies.flatMap((way) => way.filter((condition) => !holds(condition, facts)))
  return [...new Set(failing.map((condition) => condition.fact))]
}

function holds(condition: Condition, facts: RuleFacts): boolean {
  const accepted: readonly string[] = condition.is
  return accepted.includes(facts[condition.fact])
}
