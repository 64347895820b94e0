import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DoubleDoseKind } from '@throughcare/domain/medication/double-doses'
import type { DoseEntry, Treatment } from '@throughcare/domain/medication/medication-history'
import type { DayRange } from '@throughcare/domain/medication/standing-doses'
import type { Actor } from '../actor.ts'
import { type Deed, readAsActor } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** One of the two services, as one rings it. */
export type CalledService = { id: string; name: string; phone: string | null }

/** An emergency call after two doses for one day, with whom it is about. Instants are ISO texts. */
export type DoubleDoseCall = {
  id: string
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  day: PlainDate
  because: DoubleDoseKind
  /** An entry behind it was corrected or taken back since, so that it tells of no dose of that day: the call stays until somebody rang. */
  isTakenBack: boolean
  /** One service alone where it issued twice. */
  services: CalledService[]
  raisedAt: string
  made: { at: string; by: string; service: string } | null
}

/** A call that was made stays on the pages so long, for whoever comes to ring and reads that somebody did. */
const MADE_SHOWN_HOURS = 12

export type CallToRaise = {
  episodeId: string
  day: PlainDate
  because: DoubleDoseKind
  /** The same service twice where it issued twice. */
  between: readonly [string, string]
  /** The case of a joined record in which the other dose stands: then only whoever may see both reads the call. */
  joinedEpisodeId: string | null
}

/** Doses of a person in other cases: what is needed to say that there are two, and no more. */
export type DosesElsewhere = { treatments: Treatment[]; doses: DoseEntry[] }

type RowElsewhere = {
  found: Omit<DoseEntry, 'recordedAt' | 'givenAt'> & { recordedAt: string } & Pick<
      Treatment,
      'medicine' | 'dosesPerDay'
    >
}

/** What was given around these days to the same person in other cases; nothing for a service that may record no dose in this one. */
export async function findDosesElsewhere({ tx }: Deed, episodeId: string, days: DayRange): Promise<DosesElsewhere> {
  const rows = await tx.$queryRaw<RowElsewhere[]>`
    select jsonb_build_object('id', d.dose_id, 'treatmentId', d.treatment_id, 'medicine', d.medicine, 'dosesPerDay', d.doses_per_day,
      'kind', d.kind, 'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.until_day, 'parts', d.parts,
      'recordedAt', app.utc(d.recorded_at), 'serviceId', d.service_id, 'correctsDoseId', d.corrects_dose_id) as found
    from app.doses_of_other_episodes(${episodeId}::uuid, ${days.from}::date, ${days.to}::date) d`
  const treatments = new Map<string, Treatment>()
  const doses = rows.map(({ found: { medicine, dosesPerDay, ...dose } }): DoseEntry => {
    treatments.set(dose.treatmentId, { ...UNREAD, id: dose.treatmentId, medicine, dosesPerDay })
    return { ...dose, givenAt: null, recordedAt: new Date(dose.recordedAt) }
  })
  return { treatments: [...treatments.values()], doses }
}

/** What nobody asks of a treatment in another case. */
const UNREAD = {
  rhythm: 'daily',
  rhythmWeekdays: [],
  titration: 'unknown',
  startedOn: null,
  endedOn: null,
  regimeConfirmedOn: null,
} as const

/** Raises the same call in the other cases in which these doses stand, so that the other service finds it on its pages. */
export async function raiseCallElsewhere(
  { tx }: Deed,
  { episodeId, day, because, between }: CallToRaise,
  doseIds: readonly string[],
): Promise<void> {
  const [first, second] = between.toSorted() as [string, string]
  await tx.$executeRaw`
    select app.raise_call_in_other_episodes(${episodeId}::uuid, ${[...doseIds]}::uuid[], ${day}::date, ${first}::uuid, ${second}::uuid,
      ${because})`
}

/** Raises the call once for a day and a pair of services, however often it is seen. */
export async function raiseCall(
  { tx, actor, now }: Deed,
  { episodeId, day, because, between, joinedEpisodeId }: CallToRaise,
): Promise<void> {
  const [firstServiceId, secondServiceId] = between.toSorted() as [string, string]
  await tx.doubleDoseCall.createMany({
    data: [
      {
        id: newId(),
        episodeId,
        day: stored(day),
        because,
        firstServiceId,
        secondServiceId,
        raisedAt: now,
        raisedBy: actor.accountId,
        joinedEpisodeId,
      },
    ],
    skipDuplicates: true,
  })
}

/**
 * Calls about cases whose OMT is open to the actor's service: those that nobody made first, then those just made.
 *
 * @param episodeId of this case alone; null: of all of them.
 */
export async function findCalls(actor: Actor, episodeId: string | null, action: string): Promise<DoubleDoseCall[]> {
  const { rows } = await readAsActor<{ call: DoubleDoseCall }>(
    actor,
    { name: 'dose-list-calls', text: CALLS, values: [actor.serviceId, MADE_SHOWN_HOURS, episodeId] },
    {
      action,
      touched: (found) => ({
        episodeIds: found.map(({ call }) => call.episodeId),
        personIds: found.map(({ call }) => call.personId),
      }),
    },
  )
  return rows.map(({ call }) => call)
}

const CALLS = `
  select jsonb_build_object('id', c.id, 'episodeId', c.episode_id, 'personId', n.id, 'familyName', n.family_name,
    'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
    'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
      order by i.id desc limit 1),
    'day', c.day, 'because', c.because, 'raisedAt', app.utc(c.raised_at),
    'isTakenBack', app.is_call_taken_back(c.id),
    'services', (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'phone', s.phone) order by s.name)
      from service s where s.id in (c.first_service_id, c.second_service_id)),
    'made', case when c.made_at is not null then (select jsonb_build_object('at', app.utc(c.made_at), 'by', a.display_name,
      'service', s.name) from account a, service s where a.id = c.made_by and s.id = c.made_by_service_id) end) as call
  from double_dose_call c
  join case_part p on p.service_id = $1::uuid and p.episode_id = c.episode_id and p.until > app.now()
    and p.categories @> array['identity', 'omt']
  join person n on n.id = p.person_id
  where (c.made_at is null or c.made_at > app.now() - make_interval(hours => $2))
    and ($3::uuid is null or $3::uuid in (c.episode_id, c.joined_episode_id))
  order by c.made_at nulls first, c.raised_at, c.id`

/** Who answered a call already; null when there is no such call in a case that the actor's service may write. */
export type AnsweredCall = { made: { by: string; at: string } | null; personId: string }

export async function findCall(
  { tx, actor, now }: Deed,
  callId: string,
  episodeId: string,
): Promise<AnsweredCall | null> {
  const [call] = await tx.$queryRaw<AnsweredCall[]>`
    select p.person_id as "personId", case when c.made_at is not null
      then jsonb_build_object('by', a.display_name, 'at', app.utc(c.made_at)) end as made
    from double_dose_call c
    join case_part p on p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.categories)
    left join account a on a.id = c.made_by
    where c.id = ${callId}::uuid and c.episode_id = ${episodeId}::uuid`
  return call ?? null
}

/** Records that somebody rang; false when somebody else had before, or the case is not the service's to work on. */
export async function recordCallMade({ tx, actor, now }: Deed, callId: string, episodeId: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update double_dose_call c
    set made_at = ${now}::timestamptz, made_by = ${actor.accountId}::uuid, made_by_service_id = ${actor.serviceId}::uuid
    from case_part p
    where c.id = ${callId}::uuid and c.episode_id = ${episodeId}::uuid and c.made_at is null
      and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
