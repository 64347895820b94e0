import { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { Setting } from '../what-helps/what-helps-codes.ts'
import {
  ALL_ANSWERS,
  ANSWERS_OF_QUESTION,
  AskingOutcome,
  HOW_WAS_IT_DAYS,
  QUESTIONS,
  Question,
} from './how-was-it-codes.ts'

/** One answer, and what the person added. */
const GivenAnswer = inputOf({
  question: Question,
  answer: z.enum(ALL_ANSWERS as [string, ...string[]], { error: 'how-was-it.answer.unknown' }),
  words: filledText('how-was-it.words', 1_000).nullable(),
}).superRefine(({ question, answer, words }, context) => {
  const offered: readonly string[] = ANSWERS_OF_QUESTION[question].answers
  if (!offered.includes(answer) || answer === 'not-reached')
    context.addIssue({ code: 'custom', path: ['answer'], message: 'how-was-it.answer.unknown' })
  if (words !== null && answer === 'refused')
    context.addIssue({ code: 'custom', path: ['words'], message: 'how-was-it.words.unexpected' })
})

/** What came of asking the person. Refused and not reached are answers. */
export const RecordHowWasItInput = inputOf({
  episodeId: idOf('how-was-it.episodeId'),
  requestId: RequestId,
  /** The asking that it belongs to. */
  day: z.literal(HOW_WAS_IT_DAYS, { error: 'how-was-it.day.unknown' }),
  askedAt: instantOf('how-was-it.askedAt'),
  /** Where it was asked: somebody may be back inside, and what is said there is told apart. */
  setting: Setting,
  outcome: AskingOutcome,
  /** None unless answered. */
  answers: z.array(GivenAnswer, 'how-was-it.answers.missing').max(QUESTIONS.length, 'how-was-it.answers.repeated'),
}).superRefine(({ outcome, answers }, context) => {
  const fault = (message: string) => context.addIssue({ code: 'custom', path: ['answers'], message })
  if (outcome === 'answered' && answers.length === 0) fault('how-was-it.answers.missing')
  if (outcome !== 'answered' && answers.length > 0) fault('how-was-it.answers.unexpected')
  if (new Set(answers.map(({ question }) => question)).size < answers.length) fault('how-was-it.answers.repeated')
})
export type RecordHowWasItInput = z.infer<typeof RecordHowWasItInput>

/** What one person answered. */
export const HowWasItOfCaseInput = inputOf({ episodeId: idOf('how-was-it.episodeId') })
export type HowWasItOfCaseInput = z.infer<typeof HowWasItOfCaseInput>
