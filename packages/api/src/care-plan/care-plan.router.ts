import { ClosePlanInput } from '@throughcare/domain/care-plan/close-plan-input'
import { RecordFactInput } from '@throughcare/domain/care-plan/record-fact-input'
import { RenewPlanInput } from '@throughcare/domain/care-plan/renew-plan-input'
import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { allowed, allowedOneReading, router } from '../trpc.ts'
import { closePlan } from './close-plan.ts'
import { getCase } from './get-case.ts'
import { recordFact } from './record-fact.ts'
import { renewPlan } from './renew-plan.ts'

export const carePlanRouter = router({
  byEpisode: allowedOneReading('care-plan.by-episode')
    .input(inputOf({ episodeId: idOf('care-plan.episodeId') }))
    .query(({ ctx, input }) => getCase(ctx.actor, input.episodeId)),

  recordFact: allowed('care-plan.record-fact')
    .input(RecordFactInput)
    .mutation(({ ctx, input }) => recordFact(ctx.actor, input)),

  renew: allowed('care-plan.renew')
    .input(RenewPlanInput)
    .mutation(({ ctx, input }) => renewPlan(ctx.actor, input)),

  close: allowed('care-plan.close')
    .input(ClosePlanInput)
    .mutation(({ ctx, input }) => closePlan(ctx.actor, input)),
})
