import { type SystemActor, systemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type EntryFor,
  findNoticeToTell,
  type NoticeToTell,
  recordNoticeEntries,
} from '@throughcare/db/notice/notice-entry-repository'
import { type PostFor, recordPosts } from '@throughcare/db/notice/notice-mail-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { decideMailing, UNDO_MS } from '@throughcare/domain/notice/decide-mailing'
import { NEVER_MAILED } from '@throughcare/domain/notice/notice-kinds'
import { wayOf } from '@throughcare/domain/notice/notice-settings'

/**
 * Puts a notice into the inbox of everybody who is to hear of it, and has it go by e-mail as each of them wants. A job that
 * comes twice does it once.
 *
 * Whoever is of two audiences of one happening hears of it once. What is for whoever is on duty goes to the duty mailbox of the service, and where there is none to its people themselves.
 */
export function tellNotice({ noticeId, serviceId }: { noticeId: string; serviceId: string }): Promise<void> {
  return asActor(systemActor(serviceId), async (deed) => {
    const notice = await findNoticeToTell(deed, noticeId)
    if (notice && notice.readers.length > 0) await tell(deed, notice)
    await recordAudit(deed, { action: 'notice.tell' })
  })
}

async function tell(deed: Deed<SystemActor>, notice: NoticeToTell): Promise<void> {
  const { id, audience, kind, causedAt, hasDutyMailbox, zone } = notice
  const readers = notice.readers.filter(({ hasHeard }) => !hasHeard)
  const entries: EntryFor[] = readers.map(({ membershipId }) => ({ membershipId, onBehalfOf: null }))
  const posts: PostFor[] = []
  if (audience === 'duty' && hasDutyMailbox && !NEVER_MAILED.includes(kind))
    posts.push({ membershipId: null, mailAt: new Date(causedAt.getTime() + UNDO_MS) })
  else {
    const hours = await hoursFor(deed, notice)
    for (const { membershipId, settings, hasColleague } of readers) {
      const mailing = decideMailing(notice, settings, { hasColleague, hasDutyMailbox }, { zone, hours })
      if (!mailing) continue
      const { colleagueId } = settings
      if (mailing.to === 'colleague' && colleagueId)
        entries.push({ membershipId: colleagueId, onBehalfOf: membershipId })
      posts.push({
        membershipId: { self: membershipId, colleague: colleagueId, duty: null }[mailing.to],
        mailAt: mailing.at,
      })
    }
  }
  await recordNoticeEntries(deed, id, entries)
  if (posts.length > 0) await recordPosts(deed, id, posts)
}

/** When the service opens, where somebody wants this kind once a day: read for nobody else. */
async function hoursFor(deed: Deed<SystemActor>, { kind, readers }: NoticeToTell) {
  const { serviceId } = deed.actor
  if (!readers.some(({ settings }) => wayOf(kind, settings) === 'once-a-day')) return null
  return (await findOpeningHours(deed, [serviceId])).get(serviceId) ?? null
}
