import {
  ContinuityCasesInput,
  ContinuityLengthsInput,
  ContinuityReportInput,
} from '@throughcare/domain/continuity/continuity-input'
import { CurvesInput } from '@throughcare/domain/continuity/curve/curves-input'
import { FlowInput } from '@throughcare/domain/continuity/flow/flow-input'
import { allowed, router } from '../trpc.ts'
import { findCases } from './find-cases.ts'
import { getCurves } from './get-curves.ts'
import { getFlow } from './get-flow.ts'
import { getLengths } from './get-lengths.ts'
import { getReport } from './get-report.ts'

/** Whether continuity really happens, counted. */
export const continuityRouter = router({
  report: allowed('continuity.report')
    .input(ContinuityReportInput)
    .query(({ ctx, input }) => getReport(ctx.actor, input)),
  flow: allowed('continuity.flow')
    .input(FlowInput)
    .query(({ ctx, input }) => getFlow(ctx.actor, input)),
  lengths: allowed('continuity.lengths')
    .input(ContinuityLengthsInput)
    .query(({ ctx, input }) => getLengths(ctx.actor, input)),
  cases: allowed('continuity.cases')
    .input(ContinuityCasesInput)
    .query(({ ctx, input }) => findCases(ctx.actor, input)),
  curves: allowed('continuity.curves')
    .input(CurvesInput)
    .query(({ ctx, input }) => getCurves(ctx.actor, input)),
})
