import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'

/**
 * The beginning of a statement about the persons of a service's gap board: `clock`, and `reach` with one row a person. Written
 * once, so that the digest counts whom the board shows.
 *
 * A person stands on it while the service has a living part that opens the treatment. Somebody who left stays with the prison
 * until a service outside took the treatment over, and in any case for the first 48 hours: nobody falls between two boards.
 * Nobody who died, or is back inside, is on it.
 *
 * A restricted record is on the board of those in its circle; the digest, which one mail takes to many, leaves it out.
 *
 * @param service an expression of SQL: a placeholder, or the service for which the transaction acts. Never a value.
 */
export function gapReach(service: '$1::uuid' | 'app.service_id()'): string {
  return `with clock as materialized (select app.now() as now),
  mine as materialized (
    select p.episode_id, p.person_id, p.relation from clock, case_part p
    where p.service_id = ${service} and p.relation in ('own', 'offered', 'accepted', 'closing') and p.until > clock.now
      and 'omt' = any (p.categories)${service === 'app.service_id()' ? ' and p.circle is null' : ''}
  ),
  reach as materialized (
    select m.episode_id, m.person_id, g.board, coalesce(g.cause, case when g.worked_out_at is null then 'not-worked-out' end) as cause,
      g.cause_service_id, g.cause_day, g.cause_holiday, g.cause_reason, g.causes, g.dosing_service_id, g.gap_from, g.gap_to, g.days, g.rests_from, g.rests_to, g.rests_unsaid, g.worked_out_at, g.stale_at > clock.now as is_fresh
    from clock, mine m join cover_gap g on g.episode_id = m.episode_id
    where not g.is_over and (g.cause is not null or g.rests_from is not null or g.stale_at <= clock.now)
      and (m.relation <> 'closing'
        or exists (select 1 from custody_episode e where e.id = m.episode_id and e.released_at >= clock.now - interval '${FIRST_HOURS} hours')
        or not exists (select 1 from handoff h where h.episode_id = m.episode_id and h.area = 'omt'
          and (h.status = 'done' or h.status in ('accepted', 'in-progress') and h.receiving_service_id <> ${service})))
  )`
}
