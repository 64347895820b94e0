import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { MEDICATION_JSON } from './medication-json.ts'
import type { StoredMedication } from './stored-medication.ts'

/**
 * What is on record about the treatment of a case, in one query; null when the case, or its treatment, is not open to the
 * actor's service.
 */
export async function findMedication({ tx, actor, now }: Deed, episodeId: string): Promise<StoredMedication | null> {
  const [row] = await tx.$queryRaw<{ found: StoredMedication }[]>`
    select json_build_object(
      ${Prisma.raw(MEDICATION_JSON)}
    ) as found
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay
      on true
    join service prison on prison.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and p.categories @> array['identity', 'release', 'omt']`
  return row?.found ?? null
}
