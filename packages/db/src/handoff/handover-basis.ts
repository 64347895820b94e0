import type { Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import { type CaseSharing, NOTHING_SAID } from '@throughcare/domain/consent/decide-sharing'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Deed } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'

/** What a handover of a case starts from. */
export type HandoverBasis = {
  episodeId: string
  personId: string
  relation: Relation
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: Date | null
  releaseCountry: string | null
  /** The service area that the prison's own words for the place name, if they name just one. */
  releaseServiceArea: string | null
  /** The zone of the prison of the last stay. */
  timeZone: string
  /** Null while the plan is being made. */
  plan: { id: string; version: number } | null
  /** Whether work on the case has stopped: nothing more is sent. */
  isStopped: boolean
  /** What was said and decided about sharing it, with whomever. */
  sharing: CaseSharing
}

/**
 * The case, if the actor's service has a part in it that acts; null otherwise, and for an id that never existed.
 *
 * @param of 'whoever-was-asked' for a service that answers an offer as well
 */
export async function findHandoverBasis(
  { tx, actor, now }: Deed,
  episodeId: string,
  of: 'whoever-acts' | 'whoever-was-asked' = 'whoever-acts',
): Promise<HandoverBasis | null> {
  const parts = ['own', 'accepted', 'closing', ...(of === 'whoever-was-asked' ? ['offered'] : [])]
  const [row] = await tx.$queryRaw<(Omit<HandoverBasis, 'releaseDate'> & { releaseDate: Date | null })[]>`
    select e.id as "episodeId", e.person_id as "personId", p.relation, e.release_date as "releaseDate",
      e.release_certainty as certainty, e.released_at as "releasedAt", e.release_country as "releaseCountry",
      prison.time_zone as "timeZone",
      (select case when count(*) = 1 then min(a.id::text)::uuid end from area a
        where a.country = e.release_country and lower(a.name) = lower(trim(e.release_area))) as "releaseServiceArea",
      (select jsonb_build_object('id', c.id, 'version', c.version) from care_plan c
        where c.episode_id = e.id and c.closed_at is null) as plan,
      app.is_stopped(e.id) as "isStopped", coalesce(app.sharing_facts(e.id, null), ${JSON.stringify(NOTHING_SAID)}::jsonb) as sharing
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and p.relation = any (${parts}::text[])`
  return row ? { ...row, releaseDate: dayOf(row.releaseDate) } : null
}

/** Items of a plan that somebody outside has still to do, counted by area. */
export async function countOpenItems({ tx, actor, now }: Deed, episodeId: string): Promise<Map<Area, number>> {
  const rows = await tx.$queryRaw<{ area: Area; open: number }[]>`
    select i.area, count(*)::int as open
    from case_part p
    join checklist_item i on i.episode_id = p.episode_id and i.area = any (p.categories)
    join care_plan c on c.id = i.care_plan_id and c.closed_at is null
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and i.status in ('open', 'in-progress') and i.owner_side <> 'prison'
    group by i.area`
  return new Map(rows.map((row) => [row.area, row.open]))
}
