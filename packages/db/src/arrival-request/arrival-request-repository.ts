import type { ArrivalStatus } from '@throughcare/domain/arrival-request/arrival-answer'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { Deed } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** An ask to one prison, as either side reads it. */
export type ArrivalRequest = {
  id: string
  askId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate
  areas: Area[]
  askedAt: Date
  dueAt: Date
  status: ArrivalStatus
  answeredAt: Date | null
  version: number
  asking: { id: string; name: string; phone: string | null }
  askedBy: { id: string; name: string }
  prison: { id: string; name: string; phone: string | null }
  /** The handoffs that the answer made; for the other side as much as for one's own. */
  handoffs: { id: string; area: Area }[]
}

type Row = Omit<ArrivalRequest, 'dateOfBirth'> & { dateOfBirth: Date }

/** So far back a list goes; what is older is found in the case, if there was one. */
const LISTED_DAYS = 7

/** The asks of the actor's own service, or those to it, the newest first. */
export async function findArrivalRequests(
  { tx, actor, now }: Deed,
  only: { side: 'asking' | 'prison' } | { id: string },
): Promise<ArrivalRequest[]> {
  const side = 'side' in only ? only.side : null
  const id = 'id' in only ? only.id : null
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.ask_id as "askId", r.family_name as "familyName", r.given_names as "givenNames",
      r.date_of_birth as "dateOfBirth", r.areas, r.asked_at as "askedAt", r.due_at as "dueAt", r.status,
      r.answered_at as "answeredAt", r.version,
      jsonb_build_object('id', s.id, 'name', s.name, 'phone', coalesce(s.duty_contact_phone, s.phone)) as asking,
      jsonb_build_object('id', a.id, 'name', a.display_name) as "askedBy",
      jsonb_build_object('id', p.id, 'name', p.name, 'phone', coalesce(p.duty_contact_phone, p.phone)) as prison,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'area', h.area) order by h.area) from handoff h
        where h.send_set_id = r.send_set_id and h.area <> all ((select app.closed_areas())::text[])), '[]') as handoffs
    from arrival_request r
    join service s on s.id = r.asking_service_id
    join service p on p.id = r.prison_service_id
    join account a on a.id = r.asked_by
    where case ${side} when 'asking' then r.asking_service_id = ${actor.serviceId}::uuid
        when 'prison' then r.prison_service_id = ${actor.serviceId}::uuid
        else r.id = ${id}::uuid and ${actor.serviceId}::uuid in (r.asking_service_id, r.prison_service_id) end
      and (r.status = 'asked' or r.asked_at > ${now}::timestamptz - make_interval(days => ${LISTED_DAYS}::int))
    order by r.asked_at desc, r.id desc limit 100`
  return rows.map((row) => ({ ...row, dateOfBirth: dayOf(row.dateOfBirth) }))
}

/** Who is asked for, and of which prisons. */
export type ArrivalToAsk = {
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate
  areas: readonly Area[]
  prisonServiceIds: readonly string[]
  dueAt: Date
}

/** Writes one ask for each prison. Nobody is looked for. */
export async function recordArrivalAsk({ tx, actor, now }: Deed, ask: ArrivalToAsk): Promise<string[]> {
  const askId = newId()
  const rows = ask.prisonServiceIds.map((prisonServiceId) => ({ id: newId(), prisonServiceId }))
  await tx.$executeRaw`
    insert into arrival_request (id, ask_id, asking_service_id, asked_by, asked_at, family_name, given_names, date_of_birth,
      areas, prison_service_id, due_at)
    select r.id, ${askId}::uuid, ${actor.serviceId}::uuid, ${actor.accountId}::uuid, ${now}, ${ask.familyName},
      ${ask.givenNames}, ${ask.dateOfBirth}::date, ${[...ask.areas]}::text[], r."prisonServiceId", ${ask.dueAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "prisonServiceId" uuid)`
  return rows.map(({ id }) => id)
}

/** How often this account asked in the last hour, whatever was answered. */
export async function countAsksLately({ tx, actor, now }: Deed): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct ask_id)::int as count from arrival_request
    where asking_service_id = ${actor.serviceId}::uuid and asked_by = ${actor.accountId}::uuid
      and asked_at > ${now}::timestamptz - interval '1 hour'`
  return row?.count ?? 0
}

/** Whom a service can ask, and what for. `isNear`: in an area that holds the service's own, or is held by it. */
export type AskablePrison = { id: string; name: string; isNear: boolean }

export function findAskablePrisons({ tx, actor }: Deed): Promise<AskablePrison[]> {
  return tx.$queryRaw`
    with recursive within as (
      select a.id as small, a.id as large from area a
      union all
      select w.small, a.parent_id from within w join area a on a.id = w.large where a.parent_id is not null
    )
    select p.id, p.name, exists (select 1 from within w where (w.small, w.large) in ((p.area_id, me.area_id), (me.area_id, p.area_id)))
      as "isNear"
    from service me join service p on p.kind = 'prison-health' and p.country = me.country and p.id <> me.id
    where me.id = ${actor.serviceId}::uuid
    order by 3 desc, p.name, p.id`
}

/** Says that there is nobody like that. False: it was answered meanwhile, or is no ask to the actor's prison. */
export async function recordNobody({ tx, actor, now }: Deed, of: { id: string; version: number }): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update arrival_request set status = 'nobody', answered_at = ${now}, answered_by = ${actor.accountId}::uuid, version = version + 1
    where id = ${of.id}::uuid and version = ${of.version} and status = 'asked' and prison_service_id = ${actor.serviceId}::uuid`
  return changed === 1
}

/**
 * Says who it is: the handoffs, just sent to whoever asked, are acknowledged by their word, and the person has arrived.
 *
 * @param handed the send set of the answer; null where every handoff was on its way already
 * @param acceptBy by when somebody there must have taken it by name
 * @returns false when it was answered meanwhile, or is no ask to the actor's prison
 */
export async function recordArrived(
  { tx }: Deed,
  of: { id: string; version: number },
  handed: string | null,
  handoffIds: readonly string[],
  acceptBy: Date,
): Promise<boolean> {
  const ids = [newId(), ...handoffIds.map(() => newId())]
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    select app.arrive_without_papers(${of.id}::uuid, ${of.version}::int, ${handed}::uuid, ${[...handoffIds]}::uuid[], ${ids}::uuid[],
      ${acceptBy}::timestamptz) as done`
  return row?.done ?? false
}

/** The send set of a handoff that the actor's service sent. */
export async function findSendSetOf({ tx, actor }: Deed, handoffId: string): Promise<string | null> {
  const found = await tx.handoff.findFirst({
    where: { id: handoffId, sendingServiceId: actor.serviceId },
    select: { sendSetId: true },
  })
  return found?.sendSetId ?? null
}

/** An ask that nobody answered in time. */
export type LateArrivalRequest = { requestId: string; askingServiceId: string; prisonServiceId: string }

export function findLateArrivalRequests({ tx }: Deed, atMost: number): Promise<LateArrivalRequest[]> {
  return tx.$queryRaw`
    select request_id as "requestId", asking_service_id as "askingServiceId", prison_service_id as "prisonServiceId"
    from app.late_arrival_requests(${atMost}::int)`
}

/** Notes that the managers were told. False: somebody answered, or told them, meanwhile. */
export async function recordLateTold({ tx, actor, now }: Deed, requestId: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update arrival_request set late_told_at = ${now}
    where id = ${requestId}::uuid and prison_service_id = ${actor.serviceId}::uuid and status = 'asked' and late_told_at is null`
  return changed === 1
}
