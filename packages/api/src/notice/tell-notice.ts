import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findNoticeReaders, recordNoticeEntry } from '@throughcare/db/notice/notice-entry-repository'

/** Puts a notice into the inbox of everybody who is to hear of it. A job that comes twice puts it there once. */
export function tellNotice({ noticeId, serviceId }: { noticeId: string; serviceId: string }): Promise<void> {
  return asActor(systemActor(serviceId), async (deed) => {
    for (const membershipId of await findNoticeReaders(deed, noticeId))
      await recordNoticeEntry(deed, noticeId, membershipId)
    await recordAudit(deed, { action: 'notice.tell' })
  })
}
