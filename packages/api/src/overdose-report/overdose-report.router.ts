import {
  ContactAfterOverdoseInput,
  RecordOverdoseInput,
} from '@throughcare/domain/overdose-report/overdose-report-inputs'
import { allowed, router } from '../trpc.ts'
import { recordContactAfterOverdose } from './record-contact-after.ts'
import { recordOverdose } from './record-overdose.ts'

/** Overdoses after release that people came round from. */
export const overdoseReportRouter = router({
  record: allowed('overdose-report.record')
    .input(RecordOverdoseInput)
    .mutation(({ ctx, input }) => recordOverdose(ctx.actor, input)),
  contact: allowed('overdose-report.contact')
    .input(ContactAfterOverdoseInput)
    .mutation(({ ctx, input }) => recordContactAfterOverdose(ctx.actor, input)),
})
