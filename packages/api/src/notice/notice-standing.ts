import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { getNoticeStanding, type NoticeStanding } from '@throughcare/db/notice/notice-entry-repository'
import { isWithoutRoom } from '../health/room-to-save.ts'

/**
 * How many notices wait under the hat that is worn, since when messages are delayed, and whether nothing can be saved: what the
 * frame of every page says.
 */
export async function noticeStanding(actor: Actor): Promise<NoticeStanding & { cannotSave: boolean }> {
  return { ...(await asActor(actor, getNoticeStanding)), cannotSave: isWithoutRoom() }
}
