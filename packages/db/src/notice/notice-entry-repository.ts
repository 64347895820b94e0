import type { Zone } from '@throughcare/domain/calendar/zone'
import type { NoticeAudience, NoticeKind, NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import { DEFAULT_NOTICE_SETTINGS, type NoticeSettings } from '@throughcare/domain/notice/notice-settings'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'
import { type StoredSettings, settingsOf } from './notice-settings-repository.ts'

/** Somebody who hears of a notice, and how they chose to. */
export type NoticeReader = {
  membershipId: string
  settings: NoticeSettings
  /** Whether the colleague whom they chose is still at the service. */
  hasColleague: boolean
  /** The same happening stands in their inbox already, as a notice to another audience of which they are. */
  hasHeard: boolean
}

/** A notice as the worker tells it: for the service for which the transaction acts. */
export type NoticeToTell = {
  id: string
  kind: NoticeKind
  urgency: NoticeUrgency
  audience: NoticeAudience | 'account'
  causedAt: Date
  zone: Zone
  hasDutyMailbox: boolean
  /** None once it was withdrawn, or when work on its case has stopped. */
  readers: NoticeReader[]
}

type ReaderRow = StoredSettings & { membershipId: string; hasColleague: boolean; hasHeard: boolean; hasChosen: boolean }

/**
 * A notice of the service with everybody who hears of it; null when there is none. Notices of one happening to several audiences
 * wait here for one another.
 */
export async function findNoticeToTell(
  { tx, actor }: Deed<SystemActor>,
  noticeId: string,
): Promise<NoticeToTell | null> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(n.service_id::text || n.kind || n.dedupe_key, 0)) from notice n
    where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid`
  const [row] = await tx.$queryRaw<(Omit<NoticeToTell, 'readers'> & { readers: ReaderRow[] })[]>`
    select n.id, n.kind, n.urgency, n.audience, n.caused_at as "causedAt", s.time_zone as zone,
      exists (select 1 from service_duty_mailbox d where d.service_id = n.service_id and d.email is not null) as "hasDutyMailbox",
      coalesce((select jsonb_agg(jsonb_build_object('membershipId', r.membership_id, 'hasChosen', c.membership_id is not null,
          'ways', c.ways, 'colleagueId', c.colleague_id, 'quietFrom', c.quiet_from, 'quietTo', c.quiet_to,
          'hasColleague', c.colleague_id in (select h.membership_id from app.standing_hats(n.service_id) h),
          'hasHeard', exists (select from notice o join notice_entry e on e.notice_id = o.id and e.membership_id = r.membership_id
            where o.service_id = n.service_id and o.kind = n.kind and o.dedupe_key = n.dedupe_key and o.id <> n.id)) order by r.membership_id)
        from app.notice_readers(n.id) r left join notice_settings c on c.membership_id = r.membership_id), '[]') as readers
    from notice n join service s on s.id = n.service_id
    where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid`
  if (!row) return null
  const readers = row.readers.map(({ membershipId, hasColleague, hasHeard, hasChosen, ...stored }) => ({
    membershipId,
    hasHeard,
    hasColleague: hasColleague === true,
    settings: hasChosen ? settingsOf(stored) : DEFAULT_NOTICE_SETTINGS,
  }))
  return { ...row, readers }
}

/** Whose inbox a notice is put into, and for which colleague, where it was re-routed. */
export type EntryFor = { membershipId: string; onBehalfOf: string | null }

/** Puts a notice into inboxes: into each once, however often it is asked. */
export async function recordNoticeEntries(
  { tx, actor, now }: Deed<SystemActor>,
  noticeId: string,
  entries: readonly EntryFor[],
): Promise<void> {
  const rows = JSON.stringify(entries.map((entry) => ({ id: newId(), ...entry })))
  await tx.$executeRaw`
    insert into notice_entry (id, notice_id, service_id, membership_id, kind, urgency, episode_id, handoff_id, caused_at, told_at,
      on_behalf_of)
    select e.id, n.id, n.service_id, e."membershipId", n.kind, n.urgency, n.episode_id, n.handoff_id, n.caused_at, ${now},
      e."onBehalfOf"
    from notice n, jsonb_to_recordset(${rows}::jsonb) as e (id uuid, "membershipId" uuid, "onBehalfOf" uuid)
    where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid
    on conflict do nothing`
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
