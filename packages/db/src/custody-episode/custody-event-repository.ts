import type { Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { EventAnswer, EventKind, EventUndoReason } from '@throughcare/domain/custody-episode/custody-event-codes'
import type { CustodyEvent } from '@throughcare/domain/custody-episode/decide-custody-event'
import type { EndReason } from '@throughcare/domain/custody-episode/end-reasons'
import type { Deed } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** An event with what was said to it, and what its press did. */
export type StoredEvent = CustodyEvent & {
  id: string
  at: Date
  closedPlanId: string | null
  outcomeId: string | null
}

/** What an event starts from: the case and its events, oldest first. */
export type EventBasis = {
  personId: string
  relation: Relation
  admittedOn: PlainDate
  endedOn: PlainDate | null
  /** The zone of the prison of the last stay. */
  timeZone: string
  /** Whether a later custody episode of the person has begun. */
  isAdmittedAgain: boolean
  events: StoredEvent[]
}

/**
 * The case, if the actor's service has a part in it that works; null otherwise. Holds the case until the end of the
 * transaction, so that two people who press at once do not both record a death.
 */
export async function findEventBasis({ tx, actor, now }: Deed, episodeId: string): Promise<EventBasis | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`custody-event ${episodeId}`}, 0))`
  const [row] = await tx.$queryRaw<
    (Omit<EventBasis, 'events' | 'admittedOn' | 'endedOn'> & { admittedOn: Date; endedOn: Date | null })[]
  >`
    select e.person_id as "personId", p.relation, e.admitted_on as "admittedOn", e.ended_on as "endedOn",
      prison.time_zone as "timeZone", exists (select 1 from custody_episode l where l.person_id = e.person_id and l.id <> e.id
        and l.admitted_on >= e.admitted_on and l.ended_because is distinct from 'entered-in-error') as "isAdmittedAgain"
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and p.relation in ('own', 'accepted', 'closing') and 'release' = any (p.writes)`
  if (!row) return null
  const events = await tx.$queryRaw<StoredEvent[]>`
    select v.id, v.kind, v.at, v.closed_plan_id as "closedPlanId", v.outcome_id as "outcomeId", v.recorded_by as "recordedBy",
      v.service_id as "serviceId", coalesce(array_agg(a.answer) filter (where a.answer is not null), '{}') as answers
    from custody_event v left join custody_event_answer a on a.event_id = v.id
    where v.episode_id = ${episodeId}::uuid
    group by v.id order by v.recorded_at, v.id`
  return { ...row, admittedOn: dayOf(row.admittedOn), endedOn: dayOf(row.endedOn), events }
}

/** An event as its press did it. */
export type EventToRecord = {
  episodeId: string
  kind: EventKind
  at: Date
  endedEpisode: boolean
  closedPlanId: string | null
  outcomeId: string | null
}

/** Adds the event under the actor's service. */
export async function recordCustodyEvent({ tx, actor, now }: Deed, event: EventToRecord): Promise<string> {
  const id = newId()
  const by = { recordedAt: now, serviceId: actor.serviceId, recordedBy: actor.accountId }
  await tx.custodyEvent.createMany({ data: [{ id, ...event, ...by }] })
  return id
}

/** Adds what somebody said to an event. */
export async function recordEventAnswer(
  { tx, actor, now }: Deed,
  of: { eventId: string; episodeId: string; withdrawsOutcomeId: string | null },
  said: { answer: EventAnswer; reason: EventUndoReason | null; words: string | null },
): Promise<void> {
  const by = { at: now, serviceId: actor.serviceId, answeredBy: actor.accountId }
  await tx.custodyEventAnswer.createMany({ data: [{ id: newId(), ...of, ...said, ...by }] })
}

/** Ends an episode that goes on in the actor's own prison, otherwise than by a release. */
export async function recordEpisodeEnded(
  { tx, actor }: Deed,
  episodeId: string,
  endsOn: PlainDate,
  because: Extract<EndReason, 'died' | 'transferred-abroad'>,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update custody_episode e set ended_on = ${endsOn}::date, ended_because = ${because}, version = e.version + 1
    where e.id = ${episodeId}::uuid and e.ended_on is null and exists (select 1 from case_part p where p.episode_id = e.id
      and p.service_id = ${actor.serviceId}::uuid and p.relation = 'own' and p.until > app.now())`
  return changed === 1
}

/** Opens an episode again that an event had ended; one that ended with a release stays as it is. */
export async function recordEpisodeReopened({ tx, actor, now }: Deed, episodeId: string): Promise<void> {
  await tx.$executeRaw`
    update custody_episode e set ended_on = null, ended_because = null, version = e.version + 1
    where e.id = ${episodeId}::uuid and e.released_at is null and e.ended_because in ('died', 'transferred-abroad')
      and exists (select 1 from case_part p where p.episode_id = e.id and p.service_id = ${actor.serviceId}::uuid
        and p.relation in ('accepted', 'closing') and p.until > ${now})`
}

/** Closes the open plan of a case, with all that was written in it. @returns its id; null when none was open */
export async function recordPlanClosed({ tx, actor, now }: Deed, episodeId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    update care_plan c set closed_at = ${now}, version = c.version + 1
    from case_part p
    where c.episode_id = ${episodeId}::uuid and c.closed_at is null and p.episode_id = c.episode_id
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and p.relation in ('own', 'accepted', 'closing')
    returning c.id`
  return row?.id ?? null
}

/** Opens a plan again as it was, unless another one has been opened since. */
export async function recordPlanReopened({ tx, actor, now }: Deed, planId: string): Promise<void> {
  await tx.$executeRaw`
    update care_plan c set closed_at = null, version = c.version + 1
    from case_part p
    where c.id = ${planId}::uuid and c.closed_at is not null and p.episode_id = c.episode_id
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and p.relation in ('own', 'accepted', 'closing')
      and not exists (select 1 from care_plan other where other.episode_id = c.episode_id and other.closed_at is null)`
}
