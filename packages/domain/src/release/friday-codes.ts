/** What keeps somebody out of the rule; asked, because no other record says it. */
export const FRIDAY_EXCLUSIONS = ['hdc', 'indeterminate', 'parole-board', 'under-28-days'] as const
export type FridayExclusion = (typeof FRIDAY_EXCLUSIONS)[number]
/** `unknown` is an answer: nobody could say. */
export const EXCLUSION_ANSWERS = ['yes', 'no', 'unknown'] as const
export type ExclusionAnswer = (typeof EXCLUSION_ANSWERS)[number]
export type ExclusionAnswers = Readonly<Record<FridayExclusion, ExclusionAnswer>>
