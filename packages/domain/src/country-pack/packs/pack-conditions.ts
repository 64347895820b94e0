import type { Applies, Condition } from '../../checklist/rule-facts.ts'

/** Questions that several countries' packs ask in the same words. */
export const ALWAYS = 'always' satisfies Applies

const WITHOUT_COVER: Condition = { fact: 'has-health-cover', is: ['no', 'unknown'] }

export const NEEDS_BENEFIT: Applies = [[{ fact: 'needs-benefit', is: ['yes', 'unknown'] }]]
export const NEEDS_BENEFIT_AND_ACCOUNT: Applies = [
  [
    { fact: 'needs-benefit', is: ['yes', 'unknown'] },
    { fact: 'has-bank-account', is: ['no', 'unknown'] },
  ],
]
/** Nobody has said that the person may not stay: whoever has not been asked is treated as somebody who may. */
export const MAY_STAY_AND_HAS_NO_COVER: Applies = [[{ fact: 'residence', is: ['lawful', 'unknown'] }, WITHOUT_COVER]]
export const UNDOCUMENTED_AND_HAS_NO_COVER: Applies = [[{ fact: 'residence', is: ['undocumented'] }, WITHOUT_COVER]]
export const HAS_NO_COVER: Applies = [[WITHOUT_COVER]]
export const HAS_NO_ADDRESS: Applies = [[{ fact: 'has-address', is: ['no'] }]]
export const MAY_HAVE_NO_ADDRESS: Applies = [[{ fact: 'has-address', is: ['no', 'unknown'] }]]
export const HAS_DEBTS: Applies = [[{ fact: 'has-debts', is: ['yes'] }]]
export const ON_OMT: Applies = [[{ fact: 'on-omt', is: ['yes'] }]]
export const ON_OMT_OR_WANTS: Applies = [[{ fact: 'on-omt', is: ['yes', 'wants'] }]]
