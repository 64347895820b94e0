import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { retryDigests as retryDigestsOf } from '@throughcare/db/gap/digest-repository'
import type { RetryDigestsInput } from '@throughcare/domain/gap/retry-digests-input'
import { perform } from '../perform.ts'

/** How many are tried again. */
export type DigestsRetried = { retried: number }

/** Has what the mail server did not take of a service and day sent again now, as long as that day goes on; nobody gets one twice. */
export function retryDigests(actor: Actor, input: RetryDigestsInput): Promise<DigestsRetried> {
  return perform(actor, 'gap.retry-digests', input, async (deed) => {
    const retried = await retryDigestsOf(deed, input)
    await recordAudit(deed, { action: 'gap.retry-digests', fields: ['digest'], requestId: input.requestId })
    return { retried }
  })
}
