import { RecordFactInput } from '@throughcare/domain/care-plan/record-fact-input'
import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { allowed, router } from '../trpc.ts'
import { getCase } from './get-case.ts'
import { recordFact } from './record-fact.ts'

export const carePlanRouter = router({
  byEpisode: allowed('care-plan.by-episode')
    .input(inputOf({ episodeId: idOf('care-plan.episodeId') }))
    .query(({ ctx, input }) => getCase(ctx.actor, input.episodeId)),

  recordFact: allowed('care-plan.record-fact')
    .input(RecordFactInput)
    .mutation(({ ctx, input }) => recordFact(ctx.actor, input)),
})
