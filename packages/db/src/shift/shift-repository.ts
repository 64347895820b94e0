import type { Area } from '@throughcare/domain/checklist/areas'
import type { ShiftKind } from '@throughcare/domain/shift/shift-input'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import type { StoredInstant } from '../care-plan/stored-case.ts'

/** One thing that was recorded. Who it was about is null where only the envelope of a handoff is left to the service. */
export type StoredShiftEntry = {
  key: string
  kind: ShiftKind
  at: StoredInstant
  episodeId: string | null
  personId: string | null
  familyName: string | null
  givenNames: string | null
  handoffId: string | null
  area: Area | null
  /** What became of it, as the noun's own code: a handoff's status, a dose's outcome, how a contact went. */
  code: string | null
  /** Which one: an item's code, a dose's kind, a contact's channel. */
  what: string | null
  by: string | null
  /** The service at the other end of a handoff, and which end is the reader's. */
  other: string | null
  isSender: boolean | null
}

/**
 * What the actor's service recorded, and what was recorded of its handoffs by the other end, since an instant: the newest first.
 * Only what is open to the service now is told, category by category; notes and reasons stay where they were written.
 */
export function findShift({ tx, actor, now }: Deed<Actor>, since: Date, limit: number): Promise<StoredShiftEntry[]> {
  return tx.$queryRaw<StoredShiftEntry[]>`
    with part as materialized (
      select p.episode_id, p.person_id, app.open_categories(p.categories) as open
      from case_part p where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
        and p.relation in ('own', 'offered', 'accepted', 'closing')
    ), entry as (
      select m.id, 'handoff' as kind, m.at, m.episode_id, m.area, m.to_status as code, null::text as what, m.by_account,
        h.id as handoff_id, case when h.sending_service_id = ${actor.serviceId}::uuid then h.receiving_service_id
          else h.sending_service_id end as other, h.sending_service_id = ${actor.serviceId}::uuid as is_sender
      from handoff_move m join handoff h on h.id = m.handoff_id
      where m.at >= ${since}::timestamptz and m.to_status <> 'draft'
        and ${actor.serviceId}::uuid in (h.sending_service_id, h.receiving_service_id)
        and h.area <> all ((select app.closed_areas())::text[])
      union all
      select r.id, 'released', r.recorded_at, r.episode_id, null, r.kind, null, r.recorded_by, null, null, null
      from part join release_record r on r.episode_id = part.episode_id
      where r.recorded_at >= ${since}::timestamptz
      union all
      select d.id, 'dose', d.recorded_at, d.episode_id, 'omt', d.outcome, d.kind, d.recorded_by, null, null, null
      from part join dose d on d.episode_id = part.episode_id
      where d.recorded_at >= ${since}::timestamptz and d.service_id = ${actor.serviceId}::uuid and 'omt' = any (part.open)
        and d.outcome <> 'entered-in-error' and not exists (select 1 from dose c where c.corrects_dose_id = d.id)
      union all
      select t.id, 'contact', t.recorded_at, t.episode_id, null, t.outcome, t.channel, t.recorded_by, null, null, null
      from part join contact_attempt t on t.episode_id = part.episode_id
      where t.recorded_at >= ${since}::timestamptz and t.service_id = ${actor.serviceId}::uuid
      union all
      select u.id, 'outcome', u.recorded_at, u.episode_id, null, u.kind, null, u.recorded_by, null, null, null
      from part join outcome u on u.episode_id = part.episode_id
      where u.recorded_at >= ${since}::timestamptz and u.category = any (part.open)
      union all
      select c.id, 'item', c.at, c.episode_id, c.area, c.to_status, i.code, c.by_account, null, null, null
      from part join checklist_item_change c on c.episode_id = part.episode_id and c.area = any (part.open)
        join checklist_item i on i.id = c.item_id
      where c.at >= ${since}::timestamptz and i.accountable_service_id = ${actor.serviceId}::uuid
        and c.from_status is not null and c.to_status in ('done', 'not-needed', 'declined', 'open')
    )
    select y.id as key, y.kind, app.utc(y.at) as at, part.episode_id as "episodeId", n.id as "personId",
      n.family_name as "familyName", n.given_names as "givenNames", y.handoff_id as "handoffId", y.area, y.code, y.what,
      a.display_name as by, s.name as other, y.is_sender as "isSender"
    from entry y
    left join part on part.episode_id = y.episode_id
    left join person n on n.id = part.person_id
    left join account a on a.id = y.by_account
    left join service s on s.id = y.other
    order by y.at desc, y.id desc limit ${limit}`
}
