import { RetryJobsInput } from '@throughcare/domain/job/retry-jobs-input'
import { allowed, router } from '../trpc.ts'
import { jobBoard } from './job-board.ts'
import { retryJobs } from './retry-jobs.ts'

/** What happens by itself. */
export const jobRouter = router({
  board: allowed('job.board').query(({ ctx }) => jobBoard(ctx.actor)),

  retry: allowed('job.retry')
    .input(RetryJobsInput)
    .mutation(({ ctx, input }) => retryJobs(ctx.actor, input)),
})
