import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findLastMails,
  findMailboxesDue,
  holdWaitingPosts,
  type Mailbox,
  recordMail,
} from '@throughcare/db/notice/notice-mail-repository'
import { decideMail } from '@throughcare/domain/notice/mail-pacing'

/**
 * Decides the e-mails that are due now: for each mailbox one, which carries all that waits for it, and none while the last
 * one is too young. So 500 releases on a day are a few e-mails with counts, and an emergency passes (F16).
 *
 * @returns how many were decided.
 */
export async function followPosts(): Promise<number> {
  let decided = 0
  for (const mailbox of await asActor(SYSTEM_OF_NO_SERVICE, findMailboxesDue))
    if (await decideFor(mailbox)) decided += 1
  return decided
}

function decideFor({ serviceId, membershipId }: Mailbox): Promise<boolean> {
  return asActor(systemActor(serviceId), async (deed) => {
    const posts = await holdWaitingPosts(deed, membershipId)
    const waiting = posts.map(({ urgency }) => urgency)
    const urgency = decideMail(waiting, await findLastMails(deed, membershipId), deed.now)
    if (urgency === null) return false
    await recordMail(deed, membershipId, posts, urgency)
    await recordAudit(deed, { action: 'notice.follow-posts' })
    return true
  })
}
