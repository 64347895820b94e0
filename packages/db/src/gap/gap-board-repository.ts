import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { BoardCause } from '@throughcare/domain/gap/gap-board-input'
import type { GapBoardPart } from '@throughcare/domain/gap/gap-of-case'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import type { StoredGapBoard } from './gap-board-row.ts'
import { gapReach } from './gap-reach.ts'

/** Which part of the board, which group of it (all of them when `cause` is null), and which page. */
export type GapBoardQuery = {
  part: GapBoardPart
  cause: BoardCause | null
  serviceId: string | null
  day: PlainDate | null
  limit: number
  offset: number
}

/**
 * The gap board of the actor's own service: one statement over the rows that were worked out, its JSON built in SQL.
 *
 * Who stands on it: see {@link gapReach}. The audit entry names the persons of the page.
 */
export async function findGapBoard(actor: Actor, query: GapBoardQuery): Promise<StoredGapBoard & { now: Date }> {
  const { rows, now } = await readAsActor<{ board: StoredGapBoard }>(
    actor,
    {
      name: 'gap-board',
      text: BOARD,
      values: [
        actor.serviceId,
        query.part,
        query.cause,
        query.serviceId,
        query.day,
        query.limit,
        query.offset,
        actor.accountId,
      ],
    },
    {
      action: 'gap.board',
      touched: ([row]) => {
        const shown = [...(row?.board.persons ?? []), ...(row?.board.resting ?? []), ...(row?.board.stalePlans ?? [])]
        return {
          episodeIds: shown.map((person) => person.episodeId),
          personIds: shown.map((person) => person.personId),
        }
      },
    },
  )
  const [row] = rows
  if (!row) throw new Error('the board answered nothing')
  return { ...row.board, now }
}

const RESTS = `case when b.rests_from is not null
  then json_build_object('from', b.rests_from, 'to', b.rests_to, 'unsaid', b.rests_unsaid) end`

const BOARD = `
  ${gapReach('$1::uuid')},
  shown as materialized (select * from reach where cause is not null),
  part as materialized (select * from shown where board = $2),
  rests as materialized (select * from reach where cause is null and rests_from is not null and board = $2),
  stale_plans as materialized (
    select m.person_id, c.episode_id, c.stale_because, c.stale_at, c.decided_by, c.decided_by = $8::uuid as is_own
    from mine m join cover_plan c on c.episode_id = m.episode_id
    where c.ended_at is null and c.stale_at is not null
  ),
  groups as (
    select cause, cause_service_id, cause_day, min(cause_holiday) as holiday, min(cause_reason) as reason, count(*)::int as persons, max(days) as worst
    from part group by 1, 2, 3
  ),
  listed as materialized (
    select * from part where $3::text is null
      or (cause = $3 and cause_service_id is not distinct from $4::uuid and cause_day is not distinct from $5::date)
  ),
  page as materialized (
    select l.*, row_number() over (order by l.days desc nulls last, l.gap_from, l.episode_id) as place
    from listed l order by place limit $6 offset $7
  )
  select json_build_object(
    'counts', (select json_build_object('next-days', count(*) filter (where board = 'next-days'),
      'could-leave-today', count(*) filter (where board = 'could-leave-today')) from shown),
    'outOfDate', (select count(*) from reach where not is_fresh),
    'groups', coalesce((select json_agg(json_build_object('cause', g.cause, 'day', g.cause_day, 'holiday', g.holiday, 'reason', g.reason,
        'place', case when v.id is not null then json_build_object('id', v.id, 'name', v.name, 'phone', v.phone) end,
        'persons', g.persons) order by g.persons desc, g.worst desc nulls last, g.cause_day, g.cause, v.name)
      from groups g left join service v on v.id = g.cause_service_id), '[]'),
    'total', (select count(*) from listed),
    'restingTotal', (select count(*) from rests),
    'resting', coalesce((select json_agg(json_build_object('personId', b.person_id, 'episodeId', b.episode_id,
        'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'rests', ${RESTS})
        order by b.rests_from, b.episode_id)
      from (select * from rests order by rests_from, episode_id limit $6) b join person n on n.id = b.person_id), '[]'),
    'stalePlansTotal', (select count(*) from stale_plans),
    'stalePlans', coalesce((select json_agg(json_build_object('personId', c.person_id, 'episodeId', c.episode_id,
        'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'because', c.stale_because,
        'at', app.utc(c.stale_at), 'decidedBy', a.display_name, 'isOwn', c.is_own) order by c.is_own desc, c.stale_at desc, c.episode_id)
      from (select * from stale_plans order by is_own desc, stale_at desc, episode_id limit $6) c
        join person n on n.id = c.person_id left join account a on a.id = c.decided_by), '[]'),
    'persons', coalesce((select json_agg(json_build_object('personId', b.person_id, 'episodeId', b.episode_id,
        'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth, 'demo', n.demo,
        'legalStatus', e.legal_status, 'releaseDate', e.release_date, 'certainty', e.release_certainty,
        'releasedAt', app.utc(e.released_at), 'cause', b.cause, 'causeDay', b.cause_day, 'holiday', b.cause_holiday, 'reason', b.cause_reason, 'causes', b.causes,
        'dosingPlace', (select d.name from service d where d.id = b.dosing_service_id),
        'place', case when v.id is not null then json_build_object('id', v.id, 'name', v.name, 'phone', v.phone) end,
        'from', b.gap_from, 'to', b.gap_to, 'days', b.days, 'workedOutAt', app.utc(b.worked_out_at), 'isFresh', b.is_fresh, 'rests', ${RESTS},
        'plan', (select case when c.stale_at is null then 'stands' else 'stale' end from cover_plan c
          where c.episode_id = b.episode_id and c.ended_at is null))
        order by b.place)
      from page b join person n on n.id = b.person_id join custody_episode e on e.id = b.episode_id left join service v on v.id = b.cause_service_id), '[]')
  ) as board`
