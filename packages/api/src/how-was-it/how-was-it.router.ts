import { HowWasItOfCaseInput, RecordHowWasItInput } from '@throughcare/domain/how-was-it/record-how-was-it-input'
import { allowed, router } from '../trpc.ts'
import { getAnswerFigures } from './get-answer-figures.ts'
import { getHowWasIt } from './get-how-was-it.ts'
import { listToAsk } from './list-to-ask.ts'
import { recordHowWasIt } from './record-how-was-it.ts'

/** What people answer after release. */
export const howWasItRouter = router({
  byEpisode: allowed('how-was-it.by-episode')
    .input(HowWasItOfCaseInput)
    .query(({ ctx, input }) => getHowWasIt(ctx.actor, input)),
  record: allowed('how-was-it.record')
    .input(RecordHowWasItInput)
    .mutation(({ ctx, input }) => recordHowWasIt(ctx.actor, input)),
  due: allowed('how-was-it.due').query(({ ctx }) => listToAsk(ctx.actor)),
  figures: allowed('how-was-it.figures').query(({ ctx }) => getAnswerFigures(ctx.actor)),
})
