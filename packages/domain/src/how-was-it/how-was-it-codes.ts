import { z } from 'zod'
import type { Category } from '../access/access-codes.ts'

/** On which days after the day of release the person is asked (rule HOW-1). */
export const HOW_WAS_IT_DAYS = [2, 7, 21] as const
export type HowWasItDay = (typeof HOW_WAS_IT_DAYS)[number]

/** The three questions, in the order in which they are asked. */
export const QUESTIONS = ['medicine', 'bed', 'who-helped'] as const
export const Question = z.enum(QUESTIONS, { error: 'how-was-it.question.unknown' })
export type Question = (typeof QUESTIONS)[number]

/** Said instead of an answer to the question, and an answer all the same. */
export const NO_ANSWERS = ['refused', 'not-reached'] as const

/** What can be answered, and who may read the answer: what the staff's own record of the same thing needs. */
export const ANSWERS_OF_QUESTION = {
  medicine: { category: 'omt', answers: ['yes', 'partly', 'no', 'none-needed', ...NO_ANSWERS] },
  bed: { category: 'housing', answers: ['yes', 'no', ...NO_ANSWERS] },
  'who-helped': { category: 'support', answers: ['a-service', 'family-or-friend', 'peer', 'nobody', ...NO_ANSWERS] },
} as const satisfies Record<Question, { category: Category; answers: readonly string[] }>
export type Answer = (typeof ANSWERS_OF_QUESTION)[Question]['answers'][number]

/** Every answer there is, each once. */
export const ALL_ANSWERS: readonly Answer[] = [
  ...new Set(QUESTIONS.flatMap((question): readonly Answer[] => ANSWERS_OF_QUESTION[question].answers)),
]

/** What came of asking. */
export const ASKING_OUTCOMES = ['answered', 'refused', 'not-reached'] as const
export const AskingOutcome = z.enum(ASKING_OUTCOMES, { error: 'how-was-it.outcome.unknown' })
export type AskingOutcome = (typeof ASKING_OUTCOMES)[number]
