import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { RoutingState } from '@throughcare/domain/medication/routing'
import type { CallSafety, RingOutcome } from '@throughcare/domain/ring-list/ring-calls'
import type { Deed } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** Whom a call is about. Instants are ISO texts. */
export type CallSubject = {
  subjectId: string
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  since: string
  lastCallAt: string | null
}

export type PersonToRing = CallSubject & {
  /** What the person gave; `none`: they have no telephone. Null: nobody asked. */
  phone: string | null
  safety: CallSafety | null
  lastOutcome: ContactOutcome | null
}

/** A service as it is rung. */
export type RungService = {
  id: string
  name: string
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
}

export type AnswerToRingFor = CallSubject & { area: Area; service: RungService; isOverdue: boolean }

export type DoseToRingFor = CallSubject & {
  state: RoutingState
  dosingPoint: RungService | null
  prescriber: { name: string | null; phone: string | null } | null
}

const PERSON = Prisma.sql`'episodeId', p.episode_id, 'personId', n.id, 'familyName', n.family_name, 'givenNames', n.given_names,
  'dateOfBirth', n.date_of_birth`
const GOES_ON = Prisma.raw(notStopped('p.episode_id'))
const serviceSql = (alias: string) =>
  Prisma.raw(`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'phone', ${alias}.phone,
    'dutyContactName', ${alias}.duty_contact_name, 'dutyContactPhone', ${alias}.duty_contact_phone)`)
const LAST_CALL = Prisma.sql`(select max(app.utc(c.at)) from ring_call c where c.subject_id = about.id)`

/** No page of a list: whoever works it down sees the next one. */
const AT_MOST = 200

/**
 * People out for less than 48 hours whom nobody has reached, and who have not come: of whoever has taken them, and of the prison
 * only while nobody has.
 */
export async function findPersonsToRing({ tx, actor, now }: Deed): Promise<PersonToRing[]> {
  const rows = await tx.$queryRaw<{ found: PersonToRing }[]>`
    select jsonb_build_object('subjectId', p.episode_id, ${PERSON}, 'since', app.utc(e.released_at),
      'phone', (select f.value #>> '{}' from case_fact f where f.episode_id = e.id and f.code = 'phone' and f.state = 'known'),
      'safety', (select jsonb_build_object('channel', s.channel, 'hours', s.hours, 'wording', s.wording, 'voicemail', s.voicemail)
        from contact_safety s where s.person_id = n.id),
      'lastCallAt', app.utc(last.at), 'lastOutcome', last.outcome) as found
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join person n on n.id = p.person_id
    left join lateral (select t.at, t.outcome from contact_attempt t where t.episode_id = e.id and t.at >= e.released_at
      order by t.at desc, t.id desc limit 1) last on true
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'identity' = any (p.writes)
      and 'release' = any (p.writes) and (p.relation = 'accepted' or p.relation = 'closing' and exists (
        select 1 from custody_stay c where c.episode_id = e.id and c.prison_service_id = p.service_id) and not exists (
        select 1 from handoff h where h.episode_id = e.id and h.status in ('acknowledged', 'accepted', 'in-progress', 'done')))
      and e.released_at <= ${now}::timestamptz and e.released_at > ${now}::timestamptz - interval '48 hours'
      and ${GOES_ON}
      and not exists (select 1 from contact_attempt t where t.episode_id = e.id and t.at >= e.released_at and t.outcome = 'reached')
      and coalesce((select o.kind from outcome o where o.episode_id = e.id and o.kind in ('arrived', 'did-not-arrive', 'back-in-custody')
        order by o.recorded_at desc, o.id desc limit 1), '') not in ('arrived', 'back-in-custody')
    order by e.released_at, e.id limit ${AT_MOST}::int`
  return rows.map(({ found }) => found)
}

/** Handoffs of one's own that nobody answered, or whose clock says that somebody has to ring; what was sent again is another one. */
export async function findAnswersToRingFor({ tx, actor, now }: Deed): Promise<AnswerToRingFor[]> {
  const rows = await tx.$queryRaw<{ found: AnswerToRingFor }[]>`
    select jsonb_build_object('subjectId', about.id, ${PERSON}, 'area', about.area, 'since', app.utc(about.due_at),
      'isOverdue', about.due_at <= ${now}::timestamptz, 'service', ${serviceSql('r')}, 'lastCallAt', ${LAST_CALL}) as found
    from handoff about
    join case_part p on p.episode_id = about.episode_id and p.service_id = about.sending_service_id
    join person n on n.id = p.person_id
    join service r on r.id = about.receiving_service_id
    where about.sending_service_id = ${actor.serviceId}::uuid and (about.status = 'sent'
        and (about.due_at <= ${now}::timestamptz or about.ring_at <= ${now}::timestamptz or about.clock_stage >= 2)
      or about.status = 'timed-out' and not exists (select 1 from handoff n where n.episode_id = about.episode_id and n.area = about.area
        and n.id > about.id))
      and about.area <> all ((select app.closed_areas())::text[])
      and p.until > ${now}::timestamptz and about.area = any (p.writes) and ${GOES_ON}
    order by about.due_at, about.id limit ${AT_MOST}::int`
  return rows.map(({ found }) => found)
}

/** Alerts about doses: of whoever has the treatment outside, and of the prison while nobody has. */
export async function findDosesToRingFor({ tx, actor, now }: Deed): Promise<DoseToRingFor[]> {
  const rows = await tx.$queryRaw<{ found: DoseToRingFor }[]>`
    select jsonb_build_object('subjectId', about.id, ${PERSON}, 'state', about.state, 'since', app.utc(about.raised_at),
      'lastCallAt', ${LAST_CALL},
      'dosingPoint', (select ${serviceSql('s')} from medication_treatment t join service s on s.id = t.dosing_service_id
        where t.episode_id = about.episode_id and t.dosing_service_id <> p.service_id
        order by t.started_on desc nulls last, t.id desc limit 1),
      'prescriber', (select jsonb_build_object('name', m.prescriber, 'phone', m.prescriber_phone) from minimum_pack m
        where m.episode_id = about.episode_id order by m.version desc limit 1)) as found
    from dose_alert about
    join case_part p on p.episode_id = about.episode_id
    join person n on n.id = p.person_id
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'omt' = any (p.writes)
      and about.ended_at is null and about.state in ('check-in', 'ring-prescriber', 'treat-as-new-start') and ${GOES_ON}
      and (p.relation = 'accepted' or p.relation in ('own', 'closing') and not exists (select 1 from handoff h
        where h.episode_id = p.episode_id and h.area = 'omt' and h.status in ('acknowledged', 'accepted', 'in-progress')))
    order by about.raised_at, about.id limit ${AT_MOST}::int`
  return rows.map(({ found }) => found)
}

/** Writes that somebody rang about this. */
export async function recordRingCall(
  { tx, actor, now }: Deed,
  call: { episodeId: string; area: Area; about: 'acknowledge' | 'dose'; subjectId: string; outcome: RingOutcome },
): Promise<void> {
  await tx.ringCall.createMany({
    data: [{ id: newId(), ...call, at: now, serviceId: actor.serviceId, recordedBy: actor.accountId }],
  })
}
