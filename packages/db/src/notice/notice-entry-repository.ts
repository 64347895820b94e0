import type { NoticeAudience, NoticeKind, NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** The hats that hear of a notice: none once it was withdrawn, or when work on its case has stopped. */
export async function findNoticeReaders({ tx }: Deed<SystemActor>, noticeId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ membershipId: string }[]>`
    select membership_id as "membershipId" from app.notice_readers(${noticeId}::uuid) order by 1`
  return rows.map(({ membershipId }) => membershipId)
}

/** The hats at the service for which the transaction acts that somebody can wear now. */
export async function listStandingHats({ tx, actor }: Deed<SystemActor>): Promise<string[]> {
  const rows = await tx.$queryRaw<{ membershipId: string }[]>`
    select membership_id as "membershipId" from app.standing_hats(${actor.serviceId}::uuid)`
  return rows.map(({ membershipId }) => membershipId)
}

/** What a notice says, for the service that is told; null when there is none. */
export type ToldNotice = {
  kind: NoticeKind
  urgency: NoticeUrgency
  audience: NoticeAudience | 'account'
  causedAt: Date
}

export async function findNotice({ tx, actor }: Deed<SystemActor>, noticeId: string): Promise<ToldNotice | null> {
  const row = await tx.notice.findFirst({ where: { id: noticeId, serviceId: actor.serviceId } })
  return row as ToldNotice | null
}

/** Puts a notice into the inbox of a hat, once however often it is asked; false when it lies there. */
export async function recordNoticeEntry(
  { tx, actor, now }: Deed<SystemActor>,
  noticeId: string,
  membershipId: string,
  onBehalfOf: string | null = null,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into notice_entry (id, notice_id, service_id, membership_id, kind, urgency, episode_id, handoff_id, caused_at, told_at,
      on_behalf_of)
    select ${newId()}::uuid, n.id, n.service_id, ${membershipId}::uuid, n.kind, n.urgency, n.episode_id, n.handoff_id, n.caused_at,
      ${now}, ${onBehalfOf}::uuid
    from notice n where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid
    on conflict do nothing`
  return written === 1
}

/** A notice in the inbox of the hat that is worn. */
export type NoticeEntry = {
  id: string
  kind: string
  urgency: NoticeUrgency
  /** Null also when the case, or the handoff, is not open to the service any more: nothing leads where nobody may go. */
  episodeId: string | null
  handoffId: string | null
  causedAt: Date
  readAt: Date | null
  withdrawnAt: Date | null
  /** Who had it re-routed to here. */
  onBehalfOf: string | null
}

/** Unread ones first, emergencies before the rest, then the newest; and how many there are. */
export function listNoticeEntries(
  { tx, actor }: Deed<Actor>,
  { offset, limit }: { offset: number; limit: number },
): Promise<(NoticeEntry & { total: number })[]> {
  return tx.$queryRaw`
    select e.id, e.kind, e.urgency, e.caused_at as "causedAt",
      (select p.episode_id from case_part p where p.episode_id = e.episode_id and p.service_id = ${actor.serviceId}::uuid
        and p.relation <> 'ended' and p.until > app.now()) as "episodeId",
      (select h.id from handoff h where h.id = e.handoff_id
        and ${actor.serviceId}::uuid in (h.sending_service_id, h.receiving_service_id, h.accountable_service_id)) as "handoffId",
      e.read_at as "readAt", e.withdrawn_at as "withdrawnAt", a.display_name as "onBehalfOf", (count(*) over ())::int as total
    from notice_entry e left join membership m on m.id = e.on_behalf_of left join account a on a.id = m.account_id
    where e.membership_id = ${actor.membershipId}::uuid
    order by e.read_at is not null or e.withdrawn_at is not null, e.urgency, e.caused_at desc, e.id
    offset ${offset} limit ${limit}`
}

/** Marks notices of the hat as read; how many were not before. */
export function recordNoticesRead({ tx, actor, now }: Deed<Actor>, noticeIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    update notice_entry set read_at = greatest(told_at, ${now}::timestamptz)
    where membership_id = ${actor.membershipId}::uuid and id = any (${[...noticeIds]}::uuid[]) and read_at is null`
}

/** How many notices wait to be read, how many of them are emergencies, and since when nobody is told of anything. */
export type NoticeStanding = { unread: number; emergencies: number; delayedSince: Date | null }

export async function getNoticeStanding({ tx, actor }: Deed<Actor>): Promise<NoticeStanding> {
  const [standing] = await tx.$queryRaw<NoticeStanding[]>`
    select count(*)::int as unread, (count(*) filter (where urgency = 'emergency'))::int as emergencies,
      app.messages_delayed_since() as "delayedSince"
    from notice_entry where membership_id = ${actor.membershipId}::uuid and read_at is null and withdrawn_at is null`
  if (!standing) throw new Error('a count has one row')
  return standing
}
