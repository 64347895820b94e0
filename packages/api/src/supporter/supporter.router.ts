import { RecordContactSafetyInput } from '@throughcare/domain/supporter/record-contact-safety-input'
import { RecordSupporterInput, SupportersOfCaseInput } from '@throughcare/domain/supporter/record-supporter-input'
import { allowed, router } from '../trpc.ts'
import { getSupporters } from './get-supporters.ts'
import { recordContactSafety } from './record-contact-safety.ts'
import { recordSupporter } from './record-supporter.ts'

/** Who stands by a person. */
export const supporterRouter = router({
  byEpisode: allowed('supporter.by-episode')
    .input(SupportersOfCaseInput)
    .query(({ ctx, input }) => getSupporters(ctx.actor, input)),
  record: allowed('supporter.record')
    .input(RecordSupporterInput)
    .mutation(({ ctx, input }) => recordSupporter(ctx.actor, input)),
  recordContactSafety: allowed('supporter.record-contact-safety')
    .input(RecordContactSafetyInput)
    .mutation(({ ctx, input }) => recordContactSafety(ctx.actor, input)),
})
