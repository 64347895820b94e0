import { RecordAdmissionInput } from '@throughcare/domain/admission/admission-terms'
import { allowed, router } from '../trpc.ts'
import { recordAdmission } from './record-admission.ts'

/** Whom services take. It is read with the services themselves. */
export const admissionRouter = router({
  record: allowed('admission.record')
    .input(RecordAdmissionInput)
    .mutation(({ ctx, input }) => recordAdmission(ctx.actor, input)),
})
