import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { EventKind } from '@throughcare/domain/custody-episode/custody-event-codes'

/** Somebody with whom the service has something open, and who died or was taken out of the country: nobody calls at the door. */
export type StopNotice = {
  eventId: string
  episodeId: string
  personId: string
  kind: Exclude<EventKind, 'hospital'>
  at: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  prisonTimeZone: string
  /** Whether a second person has confirmed it. */
  isConfirmed: boolean
}

/** So long a stop notice stands above the lists of work; after that the case itself says it. */
const STOP_NOTICE_DAYS = 30

/**
 * The stop notices of the service `$1`, as one column of a statement: one for each person of whom it sent or was sent
 * something that is open, the newest first.
 */
export function stopNoticesSql(end: 'sending' | 'receiving'): string {
  return `coalesce((
    select json_agg(json_build_object('eventId', v.id, 'episodeId', v.episode_id, 'personId', n.id, 'kind', v.kind,
      'at', app.utc(v.at), 'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
      'prisonTimeZone', prison.time_zone, 'isConfirmed', exists (select 1 from custody_event_answer a
        where a.event_id = v.id and a.answer = 'confirmed')) order by v.recorded_at desc, v.id)
    from custody_event v
    join case_part p on p.service_id = $1::uuid and p.episode_id = v.episode_id and p.until > (select app.now())
    join person n on n.id = p.person_id
    join lateral (select c.prison_service_id from custody_stay c where c.episode_id = v.episode_id
      order by c.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where v.kind in ('died', 'deported') and v.recorded_at > (select app.now()) - interval '${STOP_NOTICE_DAYS} days'
      and not exists (select 1 from custody_event_answer a where a.event_id = v.id and a.answer = 'taken-back')
      and exists (select 1 from handoff h where h.episode_id = v.episode_id and h.${end}_service_id = $1::uuid
        and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress') and h.area <> all ((select app.closed_areas())::text[]))
  ), '[]')`
}
