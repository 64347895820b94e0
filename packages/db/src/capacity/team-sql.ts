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
    select json_agg(json_build_object('accountId', t.id, 'name', t.display_name, 'handoffs', t.handoffs, 'cases', t.cases,
      'inFirstHours', t.in_first_hours, 'statedAt', app.utc(said.stated_at),
      'statedBy', teller.display_name, 'said', case when said.id is not null then json_build_object('says', said.says,
        'awayUntil', said.away_until, 'room', said.room, 'ofDay', said.of_day) end) order by t.display_name, t.id)
    from (
      select a.id, a.display_name, coalesce(y.handoffs, 0) as handoffs, coalesce(y.cases, 0) as cases,
        coalesce(y.in_first_hours, 0) as in_first_hours
      from (select distinct m.account_id from membership m
        where m.service_id = $1::uuid and m.role = 'caseworker' and (m.until is null or m.until > (select app.now()))) w
      join account a on a.id = w.account_id
      left join (select c.worker_id, count(*)::int as cases, sum(c.handoffs)::int as handoffs, sum(c.in_first_hours)::int as in_first_hours
        from (select e.worker_id, e.episode_id, count(*) as handoffs, count(*) filter (where ${inFirstHours('e.out_since')}) as in_first_hours
          from every e where e.worker_id is not null group by e.worker_id, e.episode_id) c
        group by c.worker_id) y on y.worker_id = a.id
    ) t
    left join lateral (select s.* from capacity_statement s where s.service_id = $1::uuid and s.account_id = t.id
      order by s.stated_at desc, s.id desc limit 1) said on true
    left join account teller on teller.id = said.stated_by
  ), '[]')`
