import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Deed } from '../as-actor.ts'

/** A release as far as its clock goes. Instants are ISO texts. */
export type StoredRelease = {
  personId: string
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  releasedAt: string | null
  /** The earliest moment at which a service outside had the person before it, while nobody confirmed the release. */
  seenOutsideAt: string | null
  prisonTimeZone: string
  prisonName: string
}

/** The release of a case that the actor's service may read; null otherwise, and for a case that does not exist. */
export async function findRelease({ tx, actor, now }: Deed, episodeId: string): Promise<StoredRelease | null> {
  const [row] = await tx.$queryRaw<{ found: StoredRelease }[]>`
    select jsonb_build_object('personId', p.person_id, 'releaseDate', e.release_date, 'releaseCertainty', e.release_certainty,
      'releasedAt', e.released_at, 'prisonTimeZone', prison.time_zone, 'prisonName', prison.name,
      'seenOutsideAt', case when e.released_at is null then (
        select min(o.at) from outcome o where o.episode_id = e.id and o.kind = 'arrived') end) as found
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'release' = any (p.categories)`
  return row?.found ?? null
}
