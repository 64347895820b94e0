import type { CouplesTerms } from '@throughcare/domain/admission/admission-terms'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Deed } from '../as-actor.ts'

/** What the last daily run left on this side; null when the link is not available, for whatever reason. */
export type ShownLink = { otherStartsOn: PlainDate | null }

export async function findShownLink({ tx, actor, now }: Deed, episodeId: string): Promise<ShownLink | null> {
  const [shown] = await tx.$queryRaw<ShownLink[]>`
    select w.other_starts_on::text as "otherStartsOn"
    from case_part p join partner_shown w on w.episode_id = p.episode_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.categories) and app.has_grant('may-see-couples')`
  return shown ?? null
}

/** A time of the partner area that this person has; `isJoint` when both are expected. */
export type PartnerTime = {
  appointmentId: string
  at: string
  serviceName: string
  place: string | null
  status: 'booked' | 'kept' | 'missed' | 'cancelled'
  isJoint: boolean
}

/** The times of this side that are or were for both, the earliest first. */
export function findPartnerTimes({ tx, actor, now }: Deed, episodeId: string): Promise<PartnerTime[]> {
  return tx.$queryRaw<PartnerTime[]>`
    select a.id as "appointmentId", app.utc(a.at) as at, s.name as "serviceName", a.place, a.status, j.is_joint as "isJoint"
    from case_part p join partner_joint j on j.episode_id = p.episode_id join appointment a on a.id = j.appointment_id
    join service s on s.id = a.service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.categories) and app.has_grant('may-see-couples')
    order by a.at, a.id`
}

/** Marks an appointment that was just booked as one for both. */
export async function recordJoint({ tx }: Deed, episodeId: string, appointmentId: string): Promise<void> {
  await tx.partnerJoint.createMany({ data: [{ episodeId, appointmentId }] })
}

/** Whoever leaves at once is expected nowhere together any more: the coming times of this side are called off. */
export async function endJointTimes({ tx, actor, now }: Deed, episodeId: string): Promise<void> {
  await tx.$executeRaw`
    update appointment a set status = 'cancelled', version = a.version + 1
    from partner_joint j, case_part p
    where j.appointment_id = a.id and j.is_joint and a.episode_id = ${episodeId}::uuid and a.at > ${now}::timestamptz and a.status = 'booked'
      and p.episode_id = a.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.writes)`
  await tx.$executeRaw`
    update partner_joint j set is_joint = false
    from appointment a, case_part p
    where a.id = j.appointment_id and j.is_joint and j.episode_id = ${episodeId}::uuid and a.at > ${now}::timestamptz
      and p.episode_id = j.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.writes)`
}

/** What stands around a link on this side alone: referrals, kits for the household, programmes that turned two people away. */
export type AroundLink = {
  referrals: { handoffId: string; receivingName: string; status: HandoffStatus }[]
  /** Kits for the household that were not used, lost or left behind. Null: naloxone is not open here. */
  householdKits: number | null
  refusals: { serviceName: string | null; since: PlainDate | null; isOver: boolean }[]
  /** Services that take two people at once, by what they said. */
  takers: { serviceId: string; name: string; couples: CouplesTerms; askedOn: PlainDate }[]
  /** Where two can be expected: services of this country that take the partner area. */
  places: { id: string; name: string; timeZone: string }[]
}

export async function findAroundLink({ tx, actor, now }: Deed, episodeId: string): Promise<AroundLink> {
  const [found] = await tx.$queryRaw<AroundLink[]>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('handoffId', h.id, 'receivingName', s.name, 'status', h.status) order by h.sent_at, h.id)
        from handoff h join service s on s.id = h.receiving_service_id
        where h.episode_id = p.episode_id and h.area = 'partner' and h.status <> 'draft'), '[]') as referrals,
      case when 'naloxone' = any (p.categories) then (select count(*)::int from naloxone_kit k
        where k.episode_id = p.episode_id and k.holder = 'household' and k.state in ('in-property', 'handed-over', 'at-home')) end
        as "householdKits",
      coalesce((select jsonb_agg(jsonb_build_object('serviceName', s.name, 'since', b.since, 'isOver', b.resolved_on is not null)
          order by b.since, b.id)
        from (select distinct on (b.id) b.* from barrier b where b.episode_id = p.episode_id and b.code = 'no-couples'
          order by b.id, b.version desc) b left join service s on s.id = b.service_id), '[]') as refusals,
      coalesce((select jsonb_agg(jsonb_build_object('serviceId', s.id, 'name', s.name, 'couples', t.couples, 'askedOn', t.asked_on)
          order by s.name, s.id)
        from service s join lateral (select a.couples, a.asked_on from service_admission a where a.service_id = s.id
          order by a.version desc limit 1) t on t.couples in ('together', 'same-site')
        where s.country = (select v.country from service v where v.id = ${actor.serviceId}::uuid)), '[]') as takers,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'timeZone', s.time_zone) order by s.name, s.id)
        from service s where 'partner' = any (s.receives)
          and s.country = (select v.country from service v where v.id = ${actor.serviceId}::uuid)), '[]') as places
    from case_part p
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.categories) and app.has_grant('may-see-couples')`
  return found ?? { referrals: [], householdKits: null, refusals: [], takers: [], places: [] }
}
