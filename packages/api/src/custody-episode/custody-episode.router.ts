import { AnswerEventInput, RecordEventInput } from '@throughcare/domain/custody-episode/custody-event-inputs'
import { allowed, router } from '../trpc.ts'
import { answerEvent } from './answer-event.ts'
import { recordEvent } from './record-event.ts'

/** What befalls somebody otherwise than by a date, a release or a move. */
export const custodyEpisodeRouter = router({
  recordEvent: allowed('custody-episode.record-event')
    .input(RecordEventInput)
    .mutation(({ ctx, input }) => recordEvent(ctx.actor, input)),
  answerEvent: allowed('custody-episode.answer-event')
    .input(AnswerEventInput)
    .mutation(({ ctx, input }) => answerEvent(ctx.actor, input)),
})
