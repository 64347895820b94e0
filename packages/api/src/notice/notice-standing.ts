import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { getNoticeStanding, type NoticeStanding } from '@throughcare/db/notice/notice-entry-repository'

/** How many notices wait under the hat that is worn, and since when messages are delayed: what the frame of every page says. */
export function noticeStanding(actor: Actor): Promise<NoticeStanding> {
  return asActor(actor, getNoticeStanding)
}
