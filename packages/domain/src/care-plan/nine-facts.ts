import type { Category } from '../access/access-codes.ts'
import type { FactCode, MoreFactCode, NineFactCode } from './fact-codes.ts'

/** What an answer looks like. A choice is one of its codes; everything else is text of some form. */
export type FactValueKind = 'choice' | 'yes-no' | 'text' | 'local-time' | 'phone' | 'own-words'

export type FactRule = {
  /** Who may read it: the category of its row. */
  category: Category
  kind: FactValueKind
  /** For `choice` and `yes-no`: the answers, in the order in which they are offered. */
  options: readonly string[]
}

/**
 * The nine facts of the four-minute plan, in the order in which they are asked, and what each tells the checklist
 * (derive-rule-facts.ts). A place and a time of treatment are as private as the treatment itself.
 */
export const NINE_FACTS = {
  /** Is the person treated? Feeds `on-omt`. Medicine, form and last dose are recorded with the treatment. */
  dose: { category: 'omt', kind: 'choice', options: ['on-omt', 'wants-omt', 'not-on-omt'] },
  /** The first place to go to outside. Feeds `first-appointment`, together with `when`. */
  'where-next': { category: 'omt', kind: 'text', options: [] },
  /** When the person is expected there, on that place's clock. Feeds `first-appointment`. */
  when: { category: 'omt', kind: 'local-time', options: [] },
  /** Where the naloxone is. Feeds `kit` while no kit is recorded. */
  kit: {
    category: 'naloxone',
    kind: 'choice',
    options: ['in-property', 'handed-over', 'left-in-prison', 'none', 'declined'],
  },
  /** Where the person sleeps the first night. Feeds `first-night` and `has-address`. */
  bed: { category: 'housing', kind: 'choice', options: ['own-address', 'with-others', 'temporary', 'none'] },
  /** A number under which the person can be rung, or `none`. Feeds `has-phone`. */
  phone: { category: 'identity', kind: 'phone', options: [] },
  /** A proof of identity in hand. Feeds `has-id`. */
  id: { category: 'documents', kind: 'choice', options: ['has-id', 'ordered', 'none'] },
  /** Who else stands by: by role and first name, no more. Feeds `supporters`. */
  'who-else': { category: 'support', kind: 'text', options: [] },
  /** What the person wants to be known, as said. Feeds `own-words`. */
  'own-words': { category: 'own-words', kind: 'own-words', options: [] },
} as const satisfies Record<NineFactCode, FactRule>

/** Facts beyond the nine, most of them a plain yes or no. */
export const MORE_FACTS = {
  'opioid-need': yesOrNo('naloxone'),
  'naloxone-trained': yesOrNo('naloxone'),
  'has-address': yesOrNo('housing'),
  'keeps-tenancy': yesOrNo('housing'),
  'has-job': yesOrNo('work'),
  'has-children': yesOrNo('support'),
  pregnant: yesOrNo('health'),
  'has-bank-account': yesOrNo('benefits'),
  'has-health-cover': yesOrNo('benefits'),
  'needs-benefit': yesOrNo('benefits'),
  'other-medicine': yesOrNo('health'),
  'hiv-treatment': yesOrNo('hiv-hcv'),
  'hcv-treatment': yesOrNo('hiv-hcv'),
  'psychiatric-medicine': yesOrNo('health'),
  'has-doctor': yesOrNo('health'),
  'belongings-in-store': yesOrNo('belongings'),
  'has-debts': yesOrNo('support'),
  'licence-conditions': yesOrNo('documents'),
  residence: { category: 'documents', kind: 'choice', options: ['lawful', 'undocumented'] },
  'last-health-insurer': { category: 'benefits', kind: 'choice', options: ['statutory', 'private', 'none'] },
  'benefit-before': yesOrNo('benefits'),
  'treatment-away': yesOrNo('health'),
} as const satisfies Record<MoreFactCode, FactRule>

/** Every fact that can be recorded on a plan. */
export const FACTS: Readonly<Record<FactCode, FactRule>> = { ...NINE_FACTS, ...MORE_FACTS }

function yesOrNo(category: Category): FactRule {
  return { category, kind: 'yes-no', options: ['yes', 'no'] }
}
