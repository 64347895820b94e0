import type { Area } from '@throughcare/domain/checklist/areas'
import type { Channel, ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { DidNotArriveReason, FirstNight, OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Deed } from '../as-actor.ts'

export type StoredContact = {
  id: string
  channel: Channel
  outcome: ContactOutcome
  /** For colleagues of the service that wrote it; null for every other. */
  note: string | null
  at: Date
  recordedAt: Date
  by: string
  serviceName: string
}

export type StoredOutcome = {
  id: string
  kind: OutcomeKind
  value: FirstNight | null
  /** Null as well for the services that may never see it. */
  reason: DidNotArriveReason | null
  at: Date
  recordedAt: Date
  by: string
  serviceName: string
}

export type StoredAppointment = {
  id: string
  area: Area
  at: Date
  place: string | null
  status: 'booked' | 'kept' | 'missed' | 'cancelled'
  serviceId: string
  serviceName: string
  address: string | null
}

/** What happened and what is booked after a release. Newest first; appointments earliest first. */
export type AfterRelease = { contacts: StoredContact[]; outcomes: StoredOutcome[]; appointments: StoredAppointment[] }

/** Why somebody did not arrive is between the person and those who help: never for probation, nor for the prison's social work. */
const KINDS_WITHOUT_REASONS = ['probation', 'prison-social-work'] as const

/**
 * Contacts, outcomes and appointments of a case, as far as the part of the actor's service opens them: each query names the
 * part and the category.
 */
export async function findAfterRelease({ tx, actor }: Deed, episodeId: string): Promise<AfterRelease> {
  const contacts = await tx.$queryRaw<StoredContact[]>`
    select t.id, t.channel, t.outcome, case when t.service_id = p.service_id then t.note end as note, t.at,
      t.recorded_at as "recordedAt", a.display_name as by, s.name as "serviceName"
    from case_part p
    join contact_attempt t on t.episode_id = p.episode_id
    join account a on a.id = t.recorded_by join service s on s.id = t.service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > app.now()
      and 'release' = any (p.categories)
    order by t.at desc, t.id desc limit 50`
  const outcomes = await tx.$queryRaw<StoredOutcome[]>`
    select o.id, o.kind, o.value, case when mine.kind <> all (${[...KINDS_WITHOUT_REASONS]}::text[]) then o.reason end as reason,
      o.at, o.recorded_at as "recordedAt", a.display_name as by, s.name as "serviceName"
    from case_part p
    join service mine on mine.id = p.service_id
    join outcome o on o.episode_id = p.episode_id and o.category = any (app.open_categories(p.categories))
    join account a on a.id = o.recorded_by join service s on s.id = o.service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > app.now()
    order by o.recorded_at desc, o.id desc limit 50`
  const appointments = await tx.$queryRaw<StoredAppointment[]>`
    select b.id, b.area, b.at, b.place, b.status, s.id as "serviceId", s.name as "serviceName", s.address
    from case_part p
    join appointment b on b.episode_id = p.episode_id and b.area = any (app.open_categories(p.categories))
    join service s on s.id = b.service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > app.now()
    order by b.at, b.id limit 100`
  return { contacts, outcomes, appointments }
}
