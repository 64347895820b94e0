import type { ClockInterval, OpeningPurpose } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DayAnswer, ToldHow } from '@throughcare/domain/hours-confirmation/told-how'
import { MAY_LEAVE_ANY_DAY } from '@throughcare/domain/release/release-window'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A place where people are dosed after release. Prisons dose their own and are not asked. */
export type DosingPlaceToAsk = {
  id: string
  name: string
  timeZone: string
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
}

/** A place and a day: which of its own people may need a dose there then is counted by {@link countPeople}. */
export type PlaceAndDay = { serviceId: string; day: PlainDate }

/** What a place said about one day. */
export type DayTold = {
  said: DayAnswer
  intervals: readonly ClockInterval[]
  toldBy: string
  toldHow: ToldHow
}

/** The answer that stands, with who wrote it down. */
export type StandingAnswer = DayTold & {
  serviceId: string
  day: PlainDate
  purpose: OpeningPurpose
  version: number
  recordedAt: Date
  recordedBy: string | null
}

/** Which day of which place. */
export type DayAsked = PlaceAndDay & { purpose: OpeningPurpose }

const ANY_DAY = Object.entries(MAY_LEAVE_ANY_DAY).flatMap(([status, may]) => (may ? [status] : []))

/**
 * The places that somebody with this hat may ask or answer for, by name: all of them, or for a caseworker the one where they
 * work.
 */
export function findPlacesToAsk({ tx, actor }: Deed<Actor>): Promise<DosingPlaceToAsk[]> {
  return tx.$queryRaw<DosingPlaceToAsk[]>`
    select s.id, s.name, s.time_zone as "timeZone", s.phone, s.duty_contact_name as "dutyContactName",
      s.duty_contact_phone as "dutyContactPhone"
    from service s
    where s.can_dose and s.kind <> 'prison-health' and (${actor.role} <> 'caseworker' or s.id = ${actor.serviceId}::uuid)
    order by s.name, s.id`
}

/**
 * How many people of the asker's own cases may need a dose at these places on these days: dosed there, and out by then, or
 * able to leave on any day. Nobody who died, or is back inside, is counted; neither is a case in which the service was only
 * asked in an emergency.
 *
 * @returns the places and days with somebody; the others count none.
 */
export function countPeople(
  { tx, actor, now }: Deed<Actor>,
  asked: readonly PlaceAndDay[],
): Promise<(PlaceAndDay & { people: number })[]> {
  if (asked.length === 0) return Promise.resolve([])
  return tx.$queryRaw<(PlaceAndDay & { people: number })[]>`
    select d.service_id as "serviceId", d.day::text as day, count(distinct e.person_id)::int as people
    from unnest(${asked.map(({ serviceId }) => serviceId)}::uuid[], ${asked.map(({ day }) => day)}::date[]) as d (service_id, day)
    join medication_treatment t on t.dosing_service_id = d.service_id and (t.ended_on is null or t.ended_on >= d.day)
    join case_part p on p.episode_id = t.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.categories @> array['release', 'omt'] and p.relation <> 'break-glass'
    join custody_episode e on e.id = t.episode_id
    where coalesce(e.ended_because, 'released') = 'released'
      and (e.released_at is not null or e.release_date <= d.day or e.release_certainty = 'could-be-any-day'
        or e.legal_status = any (${ANY_DAY}::text[]))
      and not exists (select 1 from outcome o where o.episode_id = e.id and o.kind in ('died', 'back-in-custody'))
    group by 1, 2`
}

/** The answers that stand about these days, the withdrawn ones too. */
export function findAnswers({ tx }: Deed, asked: readonly DayAsked[]): Promise<StandingAnswer[]> {
  if (asked.length === 0) return Promise.resolve([])
  return tx.$queryRaw<StandingAnswer[]>`
    select distinct on (d.service_id, d.day, d.purpose) d.service_id as "serviceId", d.day::text as day, d.purpose, d.version,
      d.said, d.intervals, d.told_by as "toldBy", d.told_how as "toldHow", d.recorded_at as "recordedAt",
      a.display_name as "recordedBy"
    from unnest(${asked.map(({ serviceId }) => serviceId)}::uuid[], ${asked.map(({ day }) => day)}::date[],
        ${asked.map(({ purpose }) => purpose)}::text[]) as x (service_id, day, purpose)
    join service_day d on d.service_id = x.service_id and d.day = x.day and d.purpose = x.purpose
    left join account a on a.id = d.recorded_by
    order by d.service_id, d.day, d.purpose, d.version desc`
}

/** What stands about the days of one place from this day on, earliest first; withdrawn answers too. */
export function findAnswersFrom({ tx }: Deed, serviceId: string, from: PlainDate): Promise<StandingAnswer[]> {
  return tx.$queryRaw<StandingAnswer[]>`
    select distinct on (d.day, d.purpose) d.service_id as "serviceId", d.day::text as day, d.purpose, d.version, d.said,
      d.intervals, d.told_by as "toldBy", d.told_how as "toldHow", d.recorded_at as "recordedAt", a.display_name as "recordedBy"
    from service_day d left join account a on a.id = d.recorded_by
    where d.service_id = ${serviceId}::uuid and d.day >= ${from}::date
    order by d.day, d.purpose, d.version desc`
}

/**
 * Adds an answer over the version that was seen (null: none yet).
 *
 * @returns false when nothing was written: somebody has answered meanwhile.
 */
export async function recordDayTold(
  { tx, actor, now }: Deed<Actor>,
  asked: DayAsked & { seenVersion: number | null },
  told: DayTold,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into service_day (id, service_id, day, purpose, version, said, intervals, told_by, told_how, recorded_at, recorded_by,
      recorded_service_id)
    select ${newId()}::uuid, s.id, ${asked.day}::date, ${asked.purpose}, ${(asked.seenVersion ?? -1) + 1}, ${told.said},
      ${JSON.stringify(told.intervals)}::jsonb, ${told.toldBy}, ${told.toldHow}, ${now}::timestamptz, ${actor.accountId}::uuid,
      ${actor.serviceId}::uuid
    from service s
    where s.id = ${asked.serviceId}::uuid and (${actor.role} <> 'caseworker' or s.id = ${actor.serviceId}::uuid)
      and ${asked.seenVersion ?? -1} = coalesce((select max(d.version) from service_day d
        where d.service_id = s.id and d.day = ${asked.day}::date and d.purpose = ${asked.purpose}), -1)
    on conflict (service_id, day, purpose, version) do nothing`
  return written === 1
}
