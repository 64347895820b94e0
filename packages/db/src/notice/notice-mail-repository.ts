import type { LastMails } from '@throughcare/domain/notice/mail-pacing'
import type { NoticeKind, NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { enqueueJob } from '../job/job-repository.ts'
import { newId } from '../uuid.ts'

/** A mailbox of a service: of a hat, or null for the one that is read when it is urgent. */
export type Mailbox = { serviceId: string; membershipId: string | null }

export type NoticeCounts = Partial<Record<NoticeKind, number>>

/** Where a notice goes by e-mail, not before an instant; a null hat is the duty mailbox. */
export type PostFor = { membershipId: string | null; mailAt: Date }

/** Has a notice go by e-mail to mailboxes: to each once, however often it is asked. */
export async function recordPosts(
  { tx, actor }: Deed<SystemActor>,
  noticeId: string,
  posts: readonly PostFor[],
): Promise<void> {
  const rows = JSON.stringify(posts.map((post) => ({ id: newId(), ...post })))
  await tx.$executeRaw`
    insert into notice_post (id, notice_id, service_id, membership_id, kind, urgency, mail_at)
    select p.id, n.id, n.service_id, p."membershipId", n.kind, n.urgency, p."mailAt"
    from notice n, jsonb_to_recordset(${rows}::jsonb) as p (id uuid, "membershipId" uuid, "mailAt" timestamptz)
    where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid
    on conflict do nothing`
}

/** The mailboxes, of all services, to which something may leave now; emergencies first. For the system actor alone. */
export function findMailboxesDue({ tx }: Deed<SystemActor>): Promise<Mailbox[]> {
  return tx.$queryRaw`select service_id as "serviceId", membership_id as "membershipId" from app.post_recipients_due()`
}

/** What waits to leave for one mailbox. Held until the transaction ends, so that no two workers put it into two e-mails. */
export type WaitingPost = { id: string; kind: NoticeKind; urgency: NoticeUrgency }

/** Drops what need not leave any more (see app.moot_posts), and holds what may leave now. */
export async function holdWaitingPosts(
  { tx, actor, now }: Deed<SystemActor>,
  membershipId: string | null,
): Promise<WaitingPost[]> {
  await tx.$executeRaw`
    update notice_post set dropped_at = ${now} where id in (select post_id from app.moot_posts(${membershipId}::uuid))`
  return tx.$queryRaw`
    select id, kind, urgency from notice_post
    where service_id = ${actor.serviceId}::uuid and membership_id is not distinct from ${membershipId}::uuid
      and mail_id is null and dropped_at is null and mail_at <= ${now}::timestamptz
    order by mail_at, id for update skip locked`
}

/** When the last e-mails about notices to a mailbox were decided: a digest keeps none of them back. */
export async function findLastMails({ tx, actor }: Deed<SystemActor>, membershipId: string | null): Promise<LastMails> {
  const [last] = await tx.$queryRaw<LastMails[]>`
    select max(decided_at) as "anyAt", max(decided_at) filter (where urgency = 'emergency') as "emergencyAt"
    from notice_mail where service_id = ${actor.serviceId}::uuid and membership_id is not distinct from ${membershipId}::uuid
      and counts <> '{}'::jsonb`
  return last ?? { anyAt: null, emergencyAt: null }
}

/** Decides one e-mail that carries these posts, and adds the job that sends it: both happen, or neither. */
export async function recordMail(
  deed: Deed<SystemActor>,
  membershipId: string | null,
  posts: readonly WaitingPost[],
  urgency: NoticeUrgency,
): Promise<void> {
  const { tx, actor, now } = deed
  const counts: NoticeCounts = {}
  for (const { kind } of posts) counts[kind] = (counts[kind] ?? 0) + 1
  const mailId = newId()
  await tx.$executeRaw`
    insert into notice_mail (id, service_id, membership_id, urgency, counts, decided_at)
    values (${mailId}::uuid, ${actor.serviceId}::uuid, ${membershipId}::uuid, ${urgency}, ${JSON.stringify(counts)}::jsonb, ${now})`
  await tx.$executeRaw`update notice_post set mail_id = ${mailId}::uuid where id = any (${posts.map(({ id }) => id)}::uuid[])`
  await enqueueJob(deed, 'send-notice', { serviceId: actor.serviceId, mailId })
}

/** A digest left for this mailbox under this id: it carries no notice, and should it come back, its mailbox is known for it. */
export async function recordDigestMail(
  { tx, actor, now }: Deed<SystemActor>,
  of: { mailId: string; membershipId: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into notice_mail (id, service_id, membership_id, urgency, counts, decided_at, sent_at)
    values (${of.mailId}::uuid, ${actor.serviceId}::uuid, ${of.membershipId}::uuid, 'ordinary', '{}'::jsonb, ${now}, ${now})`
}

/** What is still to be sent, and where to. */
export type DueMail = { urgency: NoticeUrgency; counts: NoticeCounts; email: string | null; locale: string | null }

/**
 * Holds an e-mail until the transaction ends, so that two workers do not send it both. Null: it was sent, or refused for
 * good. Without an address: there is no such mailbox any more.
 */
export async function holdDueMail({ tx }: Deed<SystemActor>, mailId: string): Promise<DueMail | null> {
  const [held] = await tx.$queryRaw<{ urgency: NoticeUrgency; counts: NoticeCounts }[]>`
    select urgency, counts from notice_mail
    where id = ${mailId}::uuid and sent_at is null and bounced_at is null for update`
  if (!held) return null
  const [to] = await tx.$queryRaw<{ email: string; locale: string }[]>`
    select email, locale from app.mail_address(${mailId}::uuid)`
  return { ...held, email: to?.email ?? null, locale: to?.locale ?? null }
}

/** The hat that an e-mail is for; null: the duty mailbox. */
export async function findMailboxOf({ tx }: Deed<SystemActor>, mailId: string): Promise<string | null> {
  const mail = await tx.noticeMail.findUnique({ where: { id: mailId }, select: { membershipId: true } })
  return mail?.membershipId ?? null
}

export async function recordMailSent({ tx, now }: Deed<SystemActor>, mailId: string): Promise<void> {
  await tx.$executeRaw`update notice_mail set sent_at = ${now} where id = ${mailId}::uuid`
}

/** The mail server did not take it. `isForGood`: it will not, however often it is asked: mails to this address come back. */
export async function recordMailFailure(
  { tx, now }: Deed<SystemActor>,
  mailId: string,
  because: string,
  isForGood: boolean,
): Promise<void> {
  await tx.$executeRaw`
    update notice_mail set tries = tries + 1, failed_at = ${now}, failed_because = ${because},
      bounced_at = case when ${isForGood} then ${now}::timestamptz end
    where id = ${mailId}::uuid and sent_at is null`
}

/** For which service an e-mail was; null when there is no such mail. */
export async function findServiceOfMail({ tx }: Deed<SystemActor>, mailId: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ serviceId: string | null }[]>`
    select app.service_of_mail(${mailId}::uuid) as "serviceId"`
  return found?.serviceId ?? null
}

/** A mail that had left came back. False when that is known already, it never left, or it left more than five days ago. */
export async function recordMailReturned(
  { tx, actor, now }: Deed<SystemActor>,
  mailId: string,
  because: string,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update notice_mail set bounced_at = ${now}, failed_at = ${now}, failed_because = ${because}
    where id = ${mailId}::uuid and service_id = ${actor.serviceId}::uuid and bounced_at is null
      and sent_at > ${now}::timestamptz - interval '5 days'`
  return changed === 1
}

/**
 * Handoffs to the acting service of which this e-mail told, that cannot wait (no planned ones before the last 48 hours), that nobody
 * there has acknowledged and that were not escalated for silence of this kind before.
 */
export async function findUnansweredBehind(
  { tx, actor, now }: Deed<SystemActor>,
  mailId: string,
): Promise<{ handoffId: string; sendingServiceId: string }[]> {
  return tx.$queryRaw`
    select distinct h.id as "handoffId", h.sending_service_id as "sendingServiceId"
    from notice_post p
    join notice n on n.id = p.notice_id
    join handoff h on h.id = n.handoff_id
    join custody_episode e on e.id = h.episode_id
    where p.mail_id = ${mailId}::uuid and h.receiving_service_id = ${actor.serviceId}::uuid and h.status = 'sent'
      and (h.kind <> 'planned' or e.released_at is not null
        or e.release_date <= (${now}::timestamptz + interval '48 hours')::date)
      and not exists (select 1 from escalation s where s.handoff_id = h.id and s.step = 'nobody-there')`
}

/** Whether mails to a service come back, as far as is known: see app.has_bouncing_mailbox. */
export async function hasBouncingMailbox({ tx }: Deed, serviceId: string): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ bounces: boolean }[]>`
    select app.has_bouncing_mailbox(${serviceId}::uuid) as bounces`
  return answer?.bounces ?? false
}

/** What became of the e-mails to one mailbox; the one that is read when it is urgent has no name. */
export type MailState = {
  serviceId: string
  serviceName: string
  membershipId: string | null
  name: string | null
  waiting: number
  deferred: number
  sent: number
  bouncedAt: Date | null
  lastSentAt: Date | null
  because: string | null
  oldestAt: Date | null
}

/** To a manager of the own service, to an administrator where something is wrong; to nobody else. No address stands in it. */
export function listMailStates({ tx }: Deed): Promise<MailState[]> {
  return tx.$queryRaw`
    select service_id as "serviceId", service_name as "serviceName", membership_id as "membershipId", display_name as name, waiting,
      deferred, sent, bounced_at as "bouncedAt", last_sent_at as "lastSentAt", failed_because as because, oldest_at as "oldestAt"
    from app.mail_states(null)`
}
