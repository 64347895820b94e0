import { FirstHoursInput } from '@throughcare/domain/outcome/first-hours-input'
import { RecordOutcomeInput } from '@throughcare/domain/outcome/record-outcome-input'
import { allowed, router } from '../trpc.ts'
import { getFirstHours } from './get-first-hours.ts'
import { recordOutcome } from './record-outcome.ts'

export const outcomeRouter = router({
  firstHours: allowed('outcome.first-hours')
    .input(FirstHoursInput)
    .query(({ ctx, input }) => getFirstHours(ctx.actor, input)),
  record: allowed('outcome.record')
    .input(RecordOutcomeInput)
    .mutation(({ ctx, input }) => recordOutcome(ctx.actor, input)),
})
