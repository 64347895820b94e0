import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { listNoticeEntries, type NoticeEntry } from '@throughcare/db/notice/notice-entry-repository'
import { type ListNoticesInput, NOTICES_A_PAGE } from '@throughcare/domain/notice/notice-inputs'

export type NoticeList = { notices: NoticeEntry[]; page: number; pages: number; total: number }

/** A page of what was told under the hat that is worn: unread ones first, emergencies before the rest, then the newest. */
export function listNotices(actor: Actor, { page }: ListNoticesInput): Promise<NoticeList> {
  return asActor(actor, async (deed) => {
    const rows = await listNoticeEntries(deed, { offset: (page - 1) * NOTICES_A_PAGE, limit: NOTICES_A_PAGE })
    const total = rows[0]?.total ?? 0
    const notices = rows.map(({ total: _, ...notice }) => notice)
    const episodeIds = [...new Set(notices.flatMap(({ episodeId }) => episodeId ?? []))]
    await recordAudit(deed, { action: 'notice.list', episodeIds, personIds: [] })
    return { notices, page, pages: Math.max(1, Math.ceil(total / NOTICES_A_PAGE)), total }
  })
}
