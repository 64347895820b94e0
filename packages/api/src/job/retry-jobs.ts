import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { retryJobs as retryJobsOf } from '@throughcare/db/job/job-state-repository'
import type { RetryJobsInput } from '@throughcare/domain/job/retry-jobs-input'
import { perform } from '../perform.ts'

/** Has what was given up of a queue tried once more. Each job sees by itself what was done meanwhile, so nothing is done twice. */
export function retryJobs(actor: Actor, input: RetryJobsInput): Promise<{ retried: number }> {
  return perform(actor, 'job.retry', input, async (deed) => {
    const retried = await retryJobsOf(deed, input.name)
    await recordAudit(deed, { action: 'job.retry', fields: ['job'], requestId: input.requestId })
    return { retried }
  })
}
