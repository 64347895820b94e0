import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { RULE_SET_JSON, RULE_SETS } from '../rule-set/rule-set-json.ts'
import type { StoredRuleSet } from '../rule-set/rule-set-repository.ts'
import { OPENING_COLUMNS, type OpeningRow, openingHoursOf } from '../service/opening-hours-repository.ts'
import { dayOf } from '../stored-day.ts'

/** By what it is decided by when somebody of a service must have taken what the service acknowledged. */
export type AcceptBasis = {
  receivingServiceId: string
  release: { releaseDate: PlainDate | null; releasedAt: Date | null; timeZone: string }
  country: string
  hours: OpeningHours
  /** The versions of deadlines that hold, or once held, for the service or its country. */
  ruleSets: StoredRuleSet[]
}

/** The same in one query; null when the case is not open to the actor's service. */
export async function findAcceptBasis({ tx, actor, now }: Deed, handoffId: string): Promise<AcceptBasis | null> {
  const [row] = await tx.$queryRaw<
    (OpeningRow & {
      country: string
      releaseDate: Date | null
      releasedAt: Date | null
      timeZone: string
      ruleSets: StoredRuleSet[]
    })[]
  >`
    select ${OPENING_COLUMNS(now)}, s.country, e.release_date as "releaseDate", e.released_at as "releasedAt", prison.time_zone as "timeZone",
      coalesce((select jsonb_agg(jsonb_build_object(${Prisma.raw(RULE_SET_JSON)})) from ${Prisma.raw(RULE_SETS)}
        where r.state = 'approved' and r.kind = 'handoff-deadlines' and (r.country = s.country or r.service_id = s.id)), '[]') as "ruleSets"
    from handoff h
    join case_part cp on cp.episode_id = h.episode_id
    join custody_episode e on e.id = cp.episode_id
    join lateral (select t.prison_service_id from custody_stay t where t.episode_id = e.id order by t.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    join service s on s.id = h.receiving_service_id
    join area a on a.id = s.area_id
    where h.id = ${handoffId}::uuid and cp.service_id = ${actor.serviceId}::uuid and cp.until > ${now}::timestamptz`
  if (!row) return null
  const { releaseDate, releasedAt, timeZone, country, ruleSets } = row
  return {
    receivingServiceId: row.id,
    release: { releaseDate: dayOf(releaseDate), releasedAt, timeZone },
    country,
    hours: openingHoursOf(row),
    ruleSets,
  }
}
