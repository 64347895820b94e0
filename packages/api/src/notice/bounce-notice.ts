import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import {
  findMailboxOf,
  findServiceOfMail,
  findUnansweredBehind,
  hasBouncingMailbox,
  recordMailReturned,
} from '@throughcare/db/notice/notice-mail-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { NOTICE_RULES } from '@throughcare/domain/notice/notice-kinds'
import { escalateAtPress } from '../escalation/escalate-at-press.ts'

type Of = { serviceId: string; mailId: string }

/**
 * An e-mail that the next server took came back after all: its mailbox is known for it, the managers are told, and what must not wait
 * is escalated as if it had been refused at once. A second report of the same mail changes nothing, nor one of a mail that left more
 * than five days ago: no server tries that long.
 *
 * @param status the code of the report, like 5.1.1
 * @returns whether anything was written.
 */
export async function recordLateBounce(mailId: string, status: string): Promise<boolean> {
  const serviceId = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findServiceOfMail(deed, mailId))
  if (serviceId === null) return false
  const isNew = await asActor(systemActor(serviceId), async (deed) => {
    if (!(await recordMailReturned(deed, mailId, `DSN ${status}`))) return false
    await tellManagers(deed, mailId)
    return true
  })
  if (isNew) await escalateUnanswered({ serviceId, mailId })
  return isNew
}

/** Tells the managers of a service that one of its addresses is not reached: once a day for each mailbox. */
export async function tellManagers(deed: Deed<ReturnType<typeof systemActor>>, mailId: string): Promise<void> {
  const kind = 'mail-comes-back'
  const { urgency } = NOTICE_RULES[kind]
  const day = deed.now.toISOString().slice(0, 10)
  const dedupeKey = `mailbox:${(await findMailboxOf(deed, mailId)) ?? 'duty'}:${day}`
  const about = { serviceId: deed.actor.serviceId, audience: 'managers', episodeId: null, handoffId: null } as const
  await recordNotice(deed, { kind, urgency, dedupeKey, ...about })
}

/**
 * Handoffs that this e-mail told of, that must not wait and that nobody has acknowledged: what the clock would do in hours is done now,
 * each in a transaction of its own, if none of the service's mailboxes takes mail. The sender is told (rule ESC-5).
 */
export async function escalateUnanswered({ serviceId, mailId }: Of): Promise<void> {
  const waiting = await asActor(systemActor(serviceId), async (deed) =>
    (await hasBouncingMailbox(deed, serviceId)) ? findUnansweredBehind(deed, mailId) : [],
  )
  for (const { handoffId, sendingServiceId } of waiting)
    await asActor(systemActor(sendingServiceId), (deed) => escalateAtPress(deed, handoffId, 'mailbox-bounces'))
}
