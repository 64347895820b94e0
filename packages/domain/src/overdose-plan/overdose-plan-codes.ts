import { z } from 'zod'

/** What came of offering the plan. It is offered to everybody with an opioid need, alone or not, and never to couples only (rule OD-1). */
export const OVERDOSE_PLAN_ANSWERS = ['offered', 'made', 'declined'] as const
export const OverdosePlanAnswer = z.enum(OVERDOSE_PLAN_ANSWERS, { error: 'overdose-plan.answer.unknown' })
export type OverdosePlanAnswer = (typeof OVERDOSE_PLAN_ANSWERS)[number]

/** The four parts of the plan, in the order in which they are talked about. */
export const OVERDOSE_PLAN_PARTS = ['notAlone', 'goSlow', 'naloxoneWith', 'whoCalls'] as const
export type OverdosePlanPart = (typeof OVERDOSE_PLAN_PARTS)[number]
