import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findDutyMailbox } from '@throughcare/db/notice/duty-mailbox-repository'
import {
  type Colleague,
  findNoticeSettings,
  listColleagues,
  type StoredNoticeSettings,
} from '@throughcare/db/notice/notice-settings-repository'
import { mayEver } from '@throughcare/domain/access/who-may'

export type NoticeSettingsView = StoredNoticeSettings & {
  /** To whom what is safety-critical can be re-routed. */
  colleagues: Colleague[]
  dutyMailbox: {
    isThere: boolean
    /** Null for whoever may not set it. */
    email: string | null
    version: number
  }
}

/** How the actor hears of notices under the hat that is worn, and what they can choose. */
export function noticeSettings(actor: Actor): Promise<NoticeSettingsView> {
  return asActor(actor, async (deed) => {
    const settings = await findNoticeSettings(deed)
    const { email, version } = await findDutyMailbox(deed)
    const maySet = mayEver(actor.role, actor.serviceKind, 'notice.set-duty-mailbox')
    return {
      ...settings,
      colleagues: await listColleagues(deed),
      dutyMailbox: { isThere: email !== null, email: maySet ? email : null, version },
    }
  })
}
