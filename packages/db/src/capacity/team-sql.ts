import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { CapacitySays } from '@throughcare/domain/capacity/capacity'
import { inFirstHours } from '../handoff/inbox-conditions.ts'

/** A worker of the service, what stands in their name now, and what was said last of how much they can take on. */
export type StoredCaseload = {
  accountId: string
  name: string
  /** Open handoffs in their name, and in how many cases. */
  handoffs: number
  cases: number
  /** Of these handoffs, those whose person is in the first 48 hours. */
  inFirstHours: number
  said: { says: CapacitySays; awayUntil: PlainDate | null; room: number | null; ofDay: PlainDate } | null
  statedAt: string | null
  statedBy: string | null
}

/**
 * Everybody who works on cases at the service `$1`, by name, as one column of a statement. It has a row set `every` of the
 * service's open handoffs, so that a caseload is counted from the rows that the inbox lists.
 */
export const TEAM_OF_EVERY = `coalesce((
    select jsonb_agg(jsonb_build_object('accountId', t.id, 'name', t.display_name, 'handoffs', t.handoffs, 'cases', t.cases,
      'inFirstHours', t.in_first_hours, 'statedAt', app.utc(said.stated_at),
      'statedBy', teller.display_name, 'said', case when said.id is not null then jsonb_build_object('says', said.says,
        'awayUntil', said.away_until, 'room', said.room, 'ofDay', said.of_day) end) order by t.display_name, t.id)
    from (
      select a.id, a.display_name, count(y.id)::int as handoffs, count(distinct y.episode_id)::int as cases,
        (count(y.id) filter (where ${inFirstHours('y')}))::int as in_first_hours
      from (select distinct m.account_id from membership m
        where m.service_id = $1::uuid and m.role = 'caseworker' and (m.until is null or m.until > app.now())) w
      join account a on a.id = w.account_id
      left join every y on y.worker_id = a.id
      group by a.id, a.display_name
    ) t
    left join lateral (select s.* from capacity_statement s where s.service_id = $1::uuid and s.account_id = t.id
      order by s.stated_at desc, s.id desc limit 1) said on true
    left join account teller on teller.id = said.stated_by
  ), '[]')`
