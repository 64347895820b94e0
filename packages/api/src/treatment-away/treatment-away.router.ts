import { RecordTreatmentAwayInput } from '@throughcare/domain/treatment-away/record-treatment-away-input'
import { allowed, router } from '../trpc.ts'
import { recordTreatmentAway } from './record-treatment-away.ts'

/** Residential treatment, with what comes after it. */
export const treatmentAwayRouter = router({
  record: allowed('treatment-away.record')
    .input(RecordTreatmentAwayInput)
    .mutation(({ ctx, input }) => recordTreatmentAway(ctx.actor, input)),
})
