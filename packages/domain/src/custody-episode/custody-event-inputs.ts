import { z } from 'zod'
import { isReasonSaid } from '../request/reason-in-words.ts'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { EVENT_KINDS, EVENT_UNDO_REASONS } from './custody-event-codes.ts'

const OF_A_CASE = { episodeId: idOf('custody-episode.episodeId'), requestId: RequestId }

/** Somebody died, was taken out of the country, or was brought to a hospital. */
export const RecordEventInput = inputOf({
  ...OF_A_CASE,
  kind: z.enum(EVENT_KINDS, 'custody-episode.kind.missing'),
  /** When it happened, as far as is known: now or before. */
  at: instantOf('custody-episode.at'),
})
export type RecordEventInput = z.infer<typeof RecordEventInput>

const OF_AN_EVENT = { ...OF_A_CASE, eventId: idOf('custody-episode.eventId') }

/** A second person says that it is so, somebody says that it was wrong, or it is over. */
export const AnswerEventInput = z.discriminatedUnion(
  'answer',
  [
    inputOf({ ...OF_AN_EVENT, answer: z.literal('confirmed') }),
    inputOf({ ...OF_AN_EVENT, answer: z.literal('over') }),
    inputOf({
      ...OF_AN_EVENT,
      answer: z.literal('taken-back'),
      reason: z.enum(EVENT_UNDO_REASONS, 'custody-episode.reason.missing'),
      words: filledText('custody-episode.words', 500).nullable(),
    }).refine(isReasonSaid, { path: ['words'], error: 'custody-episode.words.missing' }),
  ],
  'custody-episode.answer.missing',
)
export type AnswerEventInput = z.infer<typeof AnswerEventInput>
