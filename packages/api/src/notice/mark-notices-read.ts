import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordNoticesRead } from '@throughcare/db/notice/notice-entry-repository'
import type { MarkNoticesReadInput } from '@throughcare/domain/notice/notice-inputs'
import { perform } from '../perform.ts'

/** Marks notices of the hat that is worn as read. What is not theirs, or read before, is passed over. */
export function markNoticesRead(actor: Actor, input: MarkNoticesReadInput): Promise<{ read: number }> {
  return perform(actor, 'notice.mark-read', input, async (deed) => {
    const read = await recordNoticesRead(deed, input.noticeIds)
    await recordAudit(deed, { action: 'notice.mark-read', fields: ['read-at'], requestId: input.requestId })
    return { read }
  })
}
