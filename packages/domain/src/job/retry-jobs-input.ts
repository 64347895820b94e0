import { z } from 'zod'
import { inputOf, RequestId } from '../request/request-fields.ts'

/** "Try again": all that was given up of one queue. */
export const RetryJobsInput = inputOf({
  requestId: RequestId,
  name: z.string('job.name.invalid').regex(/^[a-z][a-z-]{2,39}$/, 'job.name.invalid'),
})
export type RetryJobsInput = z.infer<typeof RetryJobsInput>
