import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import type { StoredCover } from './stored-cover.ts'

const planOf = (
  accountId: string,
): Prisma.Sql => Prisma.sql`json_build_object('id', c.id, 'way', c.way, 'gapFrom', c.gap_from, 'gapTo', c.gap_to,
  'remainingGapDays', c.remaining_gap_days, 'wayDays', to_jsonb(c.way_days), 'staleAt', app.utc(c.stale_at), 'staleBecause', c.stale_because,
  'basis', case when c.way_days is not null then json_build_object('releaseOn', c.stood_on_release, 'treatmentId', c.stood_on_treatment_id,
    'dosingServiceId', c.stood_on_dosing_service_id, 'prescriptionIds', to_jsonb(c.stood_on_prescriptions)) end,
  'isOwn', c.decided_by = ${accountId}::uuid, 'byService', json_build_object('id', v.id, 'name', v.name, 'phone', v.phone),
  'byName', c.by_name, 'byDay', c.by_day, 'decidedAt', app.utc(c.decided_at), 'decidedBy', d.display_name,
  'signedName', c.signed_name, 'signedOn', c.signed_on, 'signedBy', s.display_name, 'endedAt', app.utc(c.ended_at),
  'endedBy', e.display_name, 'endedBecause', c.ended_because, 'version', c.version)`
const PLAN_FROM = Prisma.sql`cover_plan c join service v on v.id = c.by_service_id
  left join account d on d.id = c.decided_by left join account s on s.id = c.signed_by left join account e on e.id = c.ended_by`

/** What is on record about the cover of a case; null when the case, or its treatment, is not open to the actor's service. */
export async function findCover({ tx, actor, now }: Deed, episodeId: string): Promise<StoredCover | null> {
  const plan = planOf(actor.accountId)
  const [row] = await tx.$queryRaw<{ found: StoredCover }[]>`
    select json_build_object(
      'prescriptions', coalesce((select json_agg(json_build_object('id', b.id, 'from', b.from_day, 'to', b.to_day,
          'collectedAt', json_build_object('id', v.id, 'name', v.name, 'phone', v.phone), 'collectBy', b.collect_by,
          'prescribedText', b.prescribed_text, 'status', b.status, 'recordedAt', app.utc(b.recorded_at),
          'recordedBy', r.display_name, 'statusAt', app.utc(b.status_at), 'statusBy', s.display_name, 'version', b.version)
          order by b.from_day, b.id)
        from bridging_prescription b join service v on v.id = b.collected_at_service_id
          left join account r on r.id = b.recorded_by left join account s on s.id = b.status_by
        where b.episode_id = p.episode_id), '[]'),
      'supply', (select json_build_object('version', u.version, 'recordedAt', app.utc(u.recorded_at), 'recordedBy', r.display_name,
          'days', case when u.from_day is not null then json_build_object('from', u.from_day, 'to', u.to_day) end)
        from planned_supply u left join account r on r.id = u.recorded_by
        where u.episode_id = p.episode_id order by u.version desc limit 1),
      'reach', (select json_build_object('version', h.version, 'state', h.state, 'fromDay', h.from_day,
          'recordedAt', app.utc(h.recorded_at), 'recordedBy', r.display_name)
        from reachability h left join account r on r.id = h.recorded_by
        where h.episode_id = p.episode_id order by h.version desc limit 1),
      'plan', (select ${plan} from ${PLAN_FROM} where c.episode_id = p.episode_id and c.ended_at is null),
      'endedPlans', coalesce((select json_agg(${plan} order by c.ended_at desc, c.id desc) from ${PLAN_FROM}
        where c.episode_id = p.episode_id and c.ended_at is not null), '[]')
    ) as found
    from case_part p
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.categories)`
  return row?.found ?? null
}
