import { z } from 'zod'
import { Language } from '../person/languages.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { MOST_SAYINGS, OwnWordsAnswer, SayingKind, StrategyTask } from './own-words-codes.ts'

/** One thing that the person said, as said. */
export const Saying = inputOf({
  kind: SayingKind,
  words: filledText('own-words.words', 1_000),
  /** In which language it was said; null when nobody knows. */
  language: Language.nullable(),
  /** What a strategy asks of the services; null for nothing, and for everything that is no strategy. */
  task: StrategyTask.nullable(),
}).superRefine(({ kind, task }, context) => {
  if (task !== null && kind !== 'strategy')
    context.addIssue({ code: 'custom', path: ['task'], message: 'own-words.task.not-a-strategy' })
})
export type Saying = z.infer<typeof Saying>

/** The person's own words as they stand from now on: all of them, in the person's order. */
export const RecordOwnWordsInput = inputOf({
  episodeId: idOf('own-words.episodeId'),
  requestId: RequestId,
  /** The version on the screen; null when nobody wrote anything down yet. */
  seenVersion: SeenVersion.nullable(),
  answer: OwnWordsAnswer,
  sayings: z.array(Saying, 'own-words.sayings.missing').max(MOST_SAYINGS, 'own-words.sayings.too-many'),
  /** Whether what was written down was read back to the person. */
  readBack: z.boolean('own-words.readBack.missing'),
  /** Whether the person agreed that these words go along with handoffs. Not asked is no. */
  mayTravel: z.boolean('own-words.mayTravel.missing'),
}).superRefine(({ answer, sayings, readBack, mayTravel }, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (answer === 'said' && sayings.length === 0) fault('sayings', 'own-words.sayings.missing')
  if (answer === 'chose-not-to' && sayings.length > 0) fault('sayings', 'own-words.sayings.unexpected')
  if (answer === 'chose-not-to' && mayTravel) fault('mayTravel', 'own-words.mayTravel.nothing-said')
  if (answer === 'said' && !readBack) fault('readBack', 'own-words.readBack.missing')
})
export type RecordOwnWordsInput = z.infer<typeof RecordOwnWordsInput>

/** What somebody who works here says beside the words. */
export const CommentOwnWordsInput = inputOf({
  episodeId: idOf('own-words.episodeId'),
  requestId: RequestId,
  /** The version of the words that the comment is about. */
  version: SeenVersion,
  text: filledText('own-words.comment', 2_000),
})
export type CommentOwnWordsInput = z.infer<typeof CommentOwnWordsInput>

/** The own words of one case. */
export const OwnWordsOfCaseInput = inputOf({ episodeId: idOf('own-words.episodeId') })
export type OwnWordsOfCaseInput = z.infer<typeof OwnWordsOfCaseInput>
