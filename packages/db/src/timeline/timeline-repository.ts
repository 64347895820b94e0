import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { TimelineKind } from '@throughcare/domain/timeline/timeline-lanes'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import type { StoredInstant } from '../care-plan/stored-case.ts'

/** One thing that happened, or is to come, in a case. */
export type StoredTimelineEntry = {
  key: string
  kind: TimelineKind
  /** Null where only the day is known. */
  at: StoredInstant | null
  day: PlainDate | null
  /** Where it lasts: the last day of a dose that covers several. */
  toDay: PlainDate | null
  area: Area | null
  /** What became of it, as the noun's own code: a dose's outcome, a handoff's status, how a contact went. */
  code: string | null
  /** Which one: an item's code, a dose's kind. */
  what: string | null
  by: string | null
  service: string | null
}

export type StoredTimeline = {
  relation: Relation
  categories: Category[]
  writes: Category[]
  personId: string
  /** The prison whose days the custody was counted in. */
  timeZone: string
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  releasedAt: StoredInstant | null
  entries: StoredTimelineEntry[]
}

/**
 * What is recorded of a case, as far as its categories are open to the actor's service: what is closed is as if it had never
 * been. Notes, reasons and comments stay where they were written: why somebody did not arrive is told to no custody service.
 *
 * Goes through the door for hot reads, which writes the audit entry itself.
 */
export async function findTimeline(
  actor: Actor,
  episodeId: string,
  action: string,
): Promise<{ found: StoredTimeline | null; now: Date }> {
  const { rows, now } = await readAsActor<{ timeline: StoredTimeline }>(
    actor,
    { name: 'timeline-by-episode', text: TIMELINE, values: [actor.serviceId, episodeId] },
    { action, columns: 'timeline' },
  )
  return { found: rows[0]?.timeline ?? null, now }
}

const TIMELINE = `
    with part as materialized (
      select p.episode_id, p.person_id, p.relation, app.open_categories(p.categories) as open, app.open_categories(p.writes) as writes
      from case_part p where p.service_id = $1::uuid and p.episode_id = $2::uuid
        and p.until > (select app.now()) and 'release' = any (p.categories)
    ), entry as (
      select 'admitted' || s.id as key, case when s.from_at = min(s.from_at) over () then 'admitted' else 'moved' end as kind,
        case when s.from_at = min(s.from_at) over () then null else s.from_at end as at,
        case when s.from_at = min(s.from_at) over () then e.admitted_on end as day, null::date as to_day, null::text as area,
        null::text as code, null::text as what, null::uuid as by_account, s.prison_service_id as service_id
      from part join custody_episode e on e.id = part.episode_id join custody_stay s on s.episode_id = e.id
      union all
      select 'released', 'released', e.released_at, null, null, null, e.release_kind, null, null, null
      from part join custody_episode e on e.id = part.episode_id where e.released_at is not null
      union all
      select 'release-day', 'release-day', null, e.release_date, null, null, e.release_certainty, null, null, null
      from part join custody_episode e on e.id = part.episode_id where e.released_at is null and e.release_date is not null
      union all
      select 'dose' || d.id, 'dose', d.given_at, d.for_day, case when d.to_day > d.for_day then d.to_day end, 'omt', d.outcome, d.kind,
        d.recorded_by, d.service_id
      from part join dose d on d.episode_id = part.episode_id
      where 'omt' = any (part.open) and d.outcome <> 'entered-in-error'
        and not exists (select 1 from dose c where c.corrects_dose_id = d.id)
      union all
      select 'item' || h.id, 'item', h.at, null, null, h.area, h.to_status, i.code, h.by_account, null
      from part join checklist_item_change h on h.episode_id = part.episode_id and h.area = any (part.open)
        join checklist_item i on i.id = h.item_id
      where h.from_status is not null and h.to_status in ('done', 'not-needed', 'declined', 'open')
      union all
      select 'handoff' || m.id, 'handoff', m.at, null, null, m.area, m.to_status, null, m.by_account, o.receiving_service_id
      from part join handoff_move m on m.episode_id = part.episode_id and m.area = any (part.open)
        join handoff o on o.id = m.handoff_id
      where m.to_status <> 'draft'
      union all
      select 'contact' || t.id, 'contact', t.at, null, null, null, t.outcome, t.channel, t.recorded_by, t.service_id
      from part join contact_attempt t on t.episode_id = part.episode_id
      union all
      select 'appointment' || a.id, 'appointment', a.at, null, null, a.area, a.status, null, a.recorded_by, a.service_id
      from part join appointment a on a.episode_id = part.episode_id and a.area = any (part.open)
      union all
      select 'outcome' || u.id, 'outcome', u.at, null, null, null, u.kind, null, u.recorded_by, u.service_id
      from part join outcome u on u.episode_id = part.episode_id and u.category = any (part.open)
    )
    select json_build_object('relation', part.relation, 'categories', part.open, 'writes', part.writes,
      'personId', part.person_id, 'timeZone', prison.time_zone, 'admittedOn', e.admitted_on, 'releaseDate', e.release_date,
      'releasedAt', app.utc(e.released_at),
      'entries', coalesce((select json_agg(json_build_object('key', y.key, 'kind', y.kind, 'at', app.utc(y.at), 'day', y.day,
          'toDay', y.to_day, 'area', y.area, 'code', y.code, 'what', y.what, 'by', a.display_name, 'service', s.name)
          order by coalesce(y.at, y.day::timestamp at time zone prison.time_zone), y.key)
        from entry y left join account a on a.id = y.by_account left join service s on s.id = y.service_id), '[]')) as timeline,
      array[part.episode_id] as episode_ids, array[part.person_id] as person_ids
    from part
    join custody_episode e on e.id = part.episode_id
    join lateral (select v.time_zone from custody_stay c join service v on v.id = c.prison_service_id
      where c.episode_id = e.id order by c.from_at desc limit 1) prison on true`
