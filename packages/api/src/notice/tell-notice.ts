import { type SystemActor, systemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findDutyMailbox } from '@throughcare/db/notice/duty-mailbox-repository'
import {
  findNotice,
  findNoticeReaders,
  listStandingHats,
  recordNoticeEntry,
} from '@throughcare/db/notice/notice-entry-repository'
import { recordPost } from '@throughcare/db/notice/notice-mail-repository'
import { findSettingsOf } from '@throughcare/db/notice/notice-settings-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { decideMailing, UNDO_MS } from '@throughcare/domain/notice/decide-mailing'
import { NEVER_MAILED } from '@throughcare/domain/notice/notice-kinds'
import { DEFAULT_NOTICE_SETTINGS } from '@throughcare/domain/notice/notice-settings'

/**
 * Puts a notice into the inbox of everybody who is to hear of it, and has it go by e-mail as each of them wants. A job that
 * comes twice does it once.
 *
 * What is for whoever is on duty goes to the duty mailbox of the service, and where there is none to its people themselves.
 */
export function tellNotice({ noticeId, serviceId }: { noticeId: string; serviceId: string }): Promise<void> {
  return asActor(systemActor(serviceId), async (deed) => {
    await tell(deed, noticeId)
    await recordAudit(deed, { action: 'notice.tell' })
  })
}

async function tell(deed: Deed<SystemActor>, noticeId: string): Promise<void> {
  const [notice, readers] = [await findNotice(deed, noticeId), await findNoticeReaders(deed, noticeId)]
  if (!notice || readers.length === 0) return
  const { serviceId } = deed.actor
  const hours = (await findOpeningHours(deed, [serviceId])).get(serviceId)
  if (!hours) throw new Error('a service has a zone')
  const settings = await findSettingsOf(deed, readers)
  const standing = new Set(await listStandingHats(deed))
  const hasDutyMailbox = (await findDutyMailbox(deed)).email !== null
  const isForDuty = notice.audience === 'duty' && hasDutyMailbox && !NEVER_MAILED.includes(notice.kind)
  if (isForDuty) await recordPost(deed, noticeId, null, new Date(notice.causedAt.getTime() + UNDO_MS))
  for (const membershipId of readers) {
    await recordNoticeEntry(deed, noticeId, membershipId)
    const chosen = settings.get(membershipId) ?? DEFAULT_NOTICE_SETTINGS
    const hasColleague = chosen.colleagueId !== null && standing.has(chosen.colleagueId)
    const mailing = isForDuty ? null : decideMailing(notice, chosen, { hasColleague, hasDutyMailbox }, hours)
    if (!mailing) continue
    if (mailing.to === 'colleague' && chosen.colleagueId)
      await recordNoticeEntry(deed, noticeId, chosen.colleagueId, membershipId)
    const to = { self: membershipId, colleague: chosen.colleagueId, duty: null }[mailing.to]
    await recordPost(deed, noticeId, to, mailing.at)
  }
}
