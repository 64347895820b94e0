import {
  BarrierReportInput,
  BarriersOfCaseInput,
  RecordBarrierInput,
} from '@throughcare/domain/barrier/record-barrier-input'
import { allowed, router } from '../trpc.ts'
import { getBarriers } from './get-barriers.ts'
import { recordBarrier } from './record-barrier.ts'
import { barrierReport } from './report-barriers.ts'

/** What stands in the way of people. */
export const barrierRouter = router({
  byEpisode: allowed('barrier.by-episode')
    .input(BarriersOfCaseInput)
    .query(({ ctx, input }) => getBarriers(ctx.actor, input)),
  record: allowed('barrier.record')
    .input(RecordBarrierInput)
    .mutation(({ ctx, input }) => recordBarrier(ctx.actor, input)),
  report: allowed('barrier.report')
    .input(BarrierReportInput)
    .query(({ ctx, input }) => barrierReport(ctx.actor, input)),
})
