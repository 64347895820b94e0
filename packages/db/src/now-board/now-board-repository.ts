import type { NowList } from '@throughcare/domain/now-board/now-lists'
import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'
import { Prisma } from '../generated/client.ts'

/** One row of a list of the board, without a name. */
export type NowRow = {
  /** Of the person's case, or of the handoff: what the row is about, once. */
  id: string
  episodeId: string
  personId: string
  /** ISO text; null while nobody confirmed a release. */
  outSince: string | null
  /** The prison whose gate it is or was. */
  prisonName: string
  /** By when an unanswered handoff is to be acknowledged. ISO text. */
  dueAt: string | null
}

export type NowCounts = Record<NowList, number>

type Answer = { counts: NowCounts; rows: NowRow[] }

/**
 * What the actor's service has to look at now: four counts, each the number of rows of its list, and one of the lists.
 *
 * Whoever stands on the releases board, in the inbox, in the list of what was sent and on the gap board is counted by the conditions of
 * those lists; a test holds them equal. Of a restricted record only those in its circle hear: a screen at which nobody is
 * signed in counts none.
 *
 * @param list whose rows are wanted; null: none, which opens no case
 */
export async function findNowBoard(
  deed: Deed<Actor | SystemActor>,
  { timeZone, isPrison, list }: { timeZone: string; isPrison: boolean; list: NowList | null },
  atMost: number,
): Promise<Answer> {
  const { tx, actor } = deed
  const [found] = await tx.$queryRaw<Answer[]>`
    with clock as materialized (
      select app.now() as now, (app.now() at time zone ${timeZone}::text)::date as today
    ), part as materialized (
      select p.episode_id, p.person_id, p.relation, p.categories from clock, case_part p
      where p.service_id = ${actor.serviceId}::uuid and p.until > clock.now
        and p.relation in ('own', 'offered', 'accepted', 'closing') and 'release' = any (p.categories)
        ${actor.role === 'system' ? Prisma.sql`and p.circle is null` : Prisma.empty}
        and ${Prisma.raw(notStopped('p.episode_id'))}
    ), out as materialized (
      select p.episode_id, p.person_id, e.released_at, coalesce(e.released_at, seen.at) as since
      from clock, part p
      join custody_episode e on e.id = p.episode_id
      left join lateral (select min(o.at) as at from outcome o
        where o.episode_id = e.id and o.kind = 'arrived' and o.at <= clock.now and e.released_at is null) seen on true
      where coalesce(e.released_at, seen.at) between clock.now - interval '${Prisma.raw(String(FIRST_HOURS))} hours' and clock.now
        and not (e.ended_on is not null
          and exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'back-in-custody'))
        -- Of those who are out a prison counts who went out from there.
        and (not ${isPrison}::boolean or p.relation = 'own' or exists (select 1 from custody_stay s
          where s.episode_id = e.id and s.prison_service_id = ${actor.serviceId}::uuid and s.until_at is null))
    ), waiting as materialized (
      select h.id, h.episode_id, h.person_id, h.due_at, e.released_at as since
      from handoff h
      join part p on p.episode_id = h.episode_id
      join custody_episode e on e.id = h.episode_id
      where h.status = 'sent' and h.area <> all ((select app.closed_areas())::text[])
        and case when ${isPrison}::boolean then h.sending_service_id else h.receiving_service_id end = ${actor.serviceId}::uuid
    ), uncovered as materialized (
      select p.episode_id, p.person_id, e.released_at as since
      from clock, part p
      join cover_gap g on g.episode_id = p.episode_id
      join custody_episode e on e.id = p.episode_id
      where 'omt' = any (p.categories) and not g.is_over and g.board = 'next-days'
        and (g.worked_out_at is null or g.cause is not null and clock.today + 1 between g.gap_from and g.gap_to)
        and (p.relation <> 'closing'
          or e.released_at >= clock.now - interval '${Prisma.raw(String(FIRST_HOURS))} hours'
          or not exists (select 1 from handoff h where h.episode_id = p.episode_id and h.area = 'omt'
            and (h.status = 'done' or h.status in ('accepted', 'in-progress') and h.receiving_service_id <> ${actor.serviceId}::uuid)))
    ), rows as materialized (
      select 'released-today' as list, o.episode_id as id, o.episode_id, o.person_id, o.since, null::timestamptz as due_at
      from clock, out o where (o.released_at at time zone ${timeZone}::text)::date = clock.today
      union all select 'first-48-hours', o.episode_id, o.episode_id, o.person_id, o.since, null from out o
      union all select 'unacknowledged', w.id, w.episode_id, w.person_id, w.since, w.due_at from waiting w
      union all select 'uncovered-tomorrow', u.episode_id, u.episode_id, u.person_id, u.since, null from uncovered u
    )
    select json_build_object('released-today', count(*) filter (where list = 'released-today'),
        'first-48-hours', count(*) filter (where list = 'first-48-hours'),
        'unacknowledged', count(*) filter (where list = 'unacknowledged'),
        'uncovered-tomorrow', count(*) filter (where list = 'uncovered-tomorrow')) as counts,
      coalesce((select json_agg(json_build_object('id', r.id, 'episodeId', r.episode_id, 'personId', r.person_id,
          'outSince', app.utc(r.since), 'prisonName', v.name, 'dueAt', app.utc(r.due_at)) order by r.since nulls last, r.due_at, r.id)
        from (select * from rows x where x.list = ${list}::text order by x.since nulls last, x.due_at, x.id limit ${atMost}::int) r
        join lateral (select s.prison_service_id from custody_stay s where s.episode_id = r.episode_id
          order by s.from_at desc limit 1) stay on true
        join service v on v.id = stay.prison_service_id), '[]') as rows
    from rows`
  if (!found) throw new Error('the board answered nothing')
  return found
}

/** The names of persons of the rows of a list. */
export async function findNowNames(
  { tx, actor, now }: Deed<Actor>,
  episodeIds: readonly string[],
): Promise<{ episodeId: string; personId: string; familyName: string; givenNames: string }[]> {
  return tx.$queryRaw`
    select p.episode_id as "episodeId", n.id as "personId", n.family_name as "familyName", n.given_names as "givenNames"
    from case_part p join person n on n.id = p.person_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = any (${[...episodeIds]}::uuid[])
      and p.until > ${now}::timestamptz and p.relation in ('own', 'offered', 'accepted', 'closing')
      and p.categories @> array['identity', 'release']::text[]`
}
