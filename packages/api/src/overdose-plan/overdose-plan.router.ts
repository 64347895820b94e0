import {
  OverdosePlanOfCaseInput,
  RecordOverdosePlanInput,
} from '@throughcare/domain/overdose-plan/record-overdose-plan-input'
import { allowed, router } from '../trpc.ts'
import { getOverdosePlan } from './get-overdose-plan.ts'
import { recordOverdosePlan } from './record-overdose-plan.ts'

/** What a person plans against an overdose. */
export const overdosePlanRouter = router({
  byEpisode: allowed('overdose-plan.by-episode')
    .input(OverdosePlanOfCaseInput)
    .query(({ ctx, input }) => getOverdosePlan(ctx.actor, input)),
  record: allowed('overdose-plan.record')
    .input(RecordOverdosePlanInput)
    .mutation(({ ctx, input }) => recordOverdosePlan(ctx.actor, input)),
})
