import { RecordSupporterInput, SupportersOfCaseInput } from '@throughcare/domain/supporter/record-supporter-input'
import { allowed, router } from '../trpc.ts'
import { getSupporters } from './get-supporters.ts'
import { recordSupporter } from './record-supporter.ts'

/** Who stands by a person. */
export const supporterRouter = router({
  byEpisode: allowed('supporter.by-episode')
    .input(SupportersOfCaseInput)
    .query(({ ctx, input }) => getSupporters(ctx.actor, input)),
  record: allowed('supporter.record')
    .input(RecordSupporterInput)
    .mutation(({ ctx, input }) => recordSupporter(ctx.actor, input)),
})
