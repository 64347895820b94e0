import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'

/** A case behind a figure, as far as the actor's service still sees it. */
export type OpenCase = {
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
}

/**
 * Which of these cases are open to the actor's service now, with this category in its part? The others are left out, and
 * nothing tells them from cases that do not exist.
 */
export function findOpenCases(
  { tx, actor, now }: Deed,
  episodeIds: readonly string[],
  category: Category,
): Promise<OpenCase[]> {
  if (episodeIds.length === 0) return Promise.resolve([])
  return tx.$queryRaw<OpenCase[]>`
    select e.id as "episodeId", n.id as "personId", n.family_name as "familyName", n.given_names as "givenNames",
      n.date_of_birth::text as "dateOfBirth", n.demo,
      (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1) as number
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join person n on n.id = p.person_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = any (${[...episodeIds]}::uuid[])
      and p.until > ${now}::timestamptz and p.relation in ('own', 'offered', 'accepted', 'closing')
      and p.categories @> array['identity', 'release', ${category}]::text[]`
}
