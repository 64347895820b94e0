import { ContinuityCasesInput, ContinuityReportInput } from '@throughcare/domain/continuity/continuity-input'
import { allowed, router } from '../trpc.ts'
import { findCases } from './find-cases.ts'
import { getReport } from './get-report.ts'

/** Whether continuity really happens, counted. */
export const continuityRouter = router({
  report: allowed('continuity.report')
    .input(ContinuityReportInput)
    .query(({ ctx, input }) => getReport(ctx.actor, input)),
  cases: allowed('continuity.cases')
    .input(ContinuityCasesInput)
    .query(({ ctx, input }) => findCases(ctx.actor, input)),
})
