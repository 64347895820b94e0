import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'

/** Since when somebody is inside, and where they go: what rules about kept homes and jobs ask. */
export type CustodyGround = { admittedOn: PlainDate; releaseCountry: string | null; releaseDate: PlainDate | null }

/** Null for a case that is not open to the actor's service. */
export async function findCustodyGround({ tx, actor, now }: Deed, episodeId: string): Promise<CustodyGround | null> {
  const [ground] = await tx.$queryRaw<CustodyGround[]>`
    select e.admitted_on::text as "admittedOn", e.release_country as "releaseCountry",
      coalesce((e.released_at at time zone v.time_zone)::date, e.release_date)::text as "releaseDate"
    from case_part p join custody_episode e on e.id = p.episode_id
    left join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id
      order by s.from_at desc limit 1) stay on true
    left join service v on v.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'release' = any (p.categories)`
  return ground ?? null
}
