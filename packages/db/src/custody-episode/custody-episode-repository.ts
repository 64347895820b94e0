import type { Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Certainty, LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { dayOf } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A stay in custody as it begins. */
export type NewEpisode = {
  episodeId: string
  personId: string
  legalStatus: LegalStatus
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  certainty: Certainty
  /** ISO 3166-1 alpha-2; null when not known. */
  releaseCountry: string | null
  releaseArea: string | null
}

/** Where a release date came from. */
export type ReleaseDateSource = 'typed' | 'release-list'

/** A custody episode of the actor's own prison, as far as its dates go. */
export type Episode = {
  episodeId: string
  personId: string
  version: number
  relation: Relation
  legalStatus: LegalStatus
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: Date | null
  releaseKind: ReleaseKind | null
  /** The zone of the prison of the last stay: its days are read in it. */
  timeZone: string
  /** Whether work on the case has stopped: the person died or was taken out of the country. */
  isStopped: boolean
}

/**
 * Writes episodes with their stay in the actor's own prison and the first entry of each release date's history. The stay is
 * what gives the prison its part: rows that need one can be written after this and not before.
 *
 * @param startsAt when the stay begins: the start of the day of admission in the prison's zone
 */
export async function openEpisodes(
  { tx, actor, now }: Deed,
  episodes: readonly (NewEpisode & { startsAt: Date })[],
  source: ReleaseDateSource,
): Promise<void> {
  const rows = JSON.stringify(episodes.map((one) => ({ ...one, stayId: newId() })))
  await tx.$executeRaw`
    insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty, release_country,
      release_area, created_by_service_id, created_at)
    select r."episodeId", r."personId", r."legalStatus", r."admittedOn", r."releaseDate", r.certainty, r."releaseCountry",
      r."releaseArea", ${actor.serviceId}::uuid, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r ("episodeId" uuid, "personId" uuid, "legalStatus" text, "admittedOn" date,
      "releaseDate" date, certainty text, "releaseCountry" text, "releaseArea" text)`
  await tx.$executeRaw`
    insert into custody_stay (id, episode_id, prison_service_id, from_at)
    select r."stayId", r."episodeId", ${actor.serviceId}::uuid, r."startsAt"
    from jsonb_to_recordset(${rows}::jsonb) as r ("stayId" uuid, "episodeId" uuid, "startsAt" timestamptz)`
  await recordReleaseDates({ tx, actor, now }, episodes, source, null)
}

/**
 * Of these persons, each known to the actor's prison by a number of its own, those for whom no episode can begin on that day.
 * Whose record stands against it is not told.
 */
export async function findNotFree(
  { tx }: Deed,
  openings: readonly { personId: string; admittedOn: PlainDate }[],
): Promise<ReadonlySet<string>> {
  if (openings.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    select person_id from app.not_free_for_custody(${openings.map((one) => one.personId)}::uuid[],
      ${openings.map((one) => one.admittedOn)}::date[]) as person_id`
  return new Set(rows.map((row) => row.person_id))
}

/** The episode of the person, open to the actor's own prison, that goes on on this day or begins after it; null without one. */
export async function findOverlapping(
  { tx, actor, now }: Deed,
  personId: string,
  admittedOn: PlainDate,
): Promise<{ episodeId: string; admittedOn: PlainDate; endedOn: PlainDate | null } | null> {
  const [row] = await tx.$queryRaw<{ id: string; admitted_on: Date; ended_on: Date | null }[]>`
    select e.id, e.admitted_on, e.ended_on from case_part p join custody_episode e on e.id = p.episode_id
    where p.service_id = ${actor.serviceId}::uuid and p.person_id = ${personId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing') and 'release' = any (p.categories)
      and e.ended_because is distinct from 'entered-in-error'
      and daterange(e.admitted_on, e.ended_on, '[)') && daterange(${admittedOn}::date, null, '[)')
    order by e.admitted_on desc limit 1`
  return row ? { episodeId: row.id, admittedOn: dayOf(row.admitted_on), endedOn: dayOf(row.ended_on) } : null
}

/** Adds entries to the history of release dates. */
export async function recordReleaseDates(
  { tx, actor, now }: Deed,
  entries: readonly { episodeId: string; releaseDate: PlainDate | null; certainty: Certainty }[],
  source: ReleaseDateSource,
  reason: string | null,
): Promise<void> {
  const rows = entries.map(({ episodeId, releaseDate, certainty }) => ({
    id: newId(),
    episodeId,
    releaseDate,
    certainty,
  }))
  await tx.$executeRaw`
    insert into release_date_change (id, episode_id, release_date, release_certainty, changed_at, changed_by, source, reason)
    select r.id, r."episodeId", r."releaseDate", r.certainty, ${now}, ${actor.accountId}::uuid, ${source}, ${reason}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "episodeId" uuid, "releaseDate" date, certainty text)`
}

type EpisodeRow = Omit<Episode, 'admittedOn' | 'releaseDate'> & { admittedOn: Date; releaseDate: Date | null }

/**
 * The episode, if the actor's service holds it or held it until lately; null otherwise. Somebody else's episode and one that
 * does not exist look the same.
 */
export async function findHeldEpisode({ tx, actor, now }: Deed, episodeId: string): Promise<Episode | null> {
  const [row] = await tx.$queryRaw<EpisodeRow[]>`
    select e.id as "episodeId", e.person_id as "personId", e.version, p.relation, e.legal_status as "legalStatus",
      e.admitted_on as "admittedOn", e.release_date as "releaseDate", e.release_certainty as certainty,
      e.released_at as "releasedAt", e.release_kind as "releaseKind", prison.time_zone as "timeZone",
      app.is_stopped(e.id) as "isStopped"
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and p.relation in ('own', 'closing')`
  return row ? { ...row, admittedOn: dayOf(row.admittedOn), releaseDate: dayOf(row.releaseDate) } : null
}

/**
 * Moves the release date, unless somebody was faster.
 *
 * @returns false when nothing was written: another version is stored now, or the person was released meanwhile.
 */
export async function recordDateMoved(
  { tx, actor }: Deed,
  seen: { episodeId: string; version: number },
  next: { releaseDate: PlainDate | null; certainty: Certainty },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update custody_episode e
    set release_date = ${next.releaseDate}::date, release_certainty = ${next.certainty}, version = e.version + 1
    where e.id = ${seen.episodeId}::uuid and e.version = ${seen.version} and e.released_at is null and e.ended_on is null
      and ${heldNow(actor.serviceId)}`
  return changed === 1
}

/**
 * Ends the episode with a release, unless somebody was faster.
 *
 * @returns false when nothing was written: another version is stored now, or the release was recorded meanwhile.
 */
export async function recordReleased(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; version: number },
  release: { releasedAt: Date; learnedAt: Date; kind: ReleaseKind; releaseDay: PlainDate },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update custody_episode e
    set released_at = ${release.releasedAt}, learned_at = ${release.learnedAt}, release_recorded_at = ${now},
      release_kind = ${release.kind}, ended_on = ${release.releaseDay}::date, ended_because = 'released', version = e.version + 1
    where e.id = ${seen.episodeId}::uuid and e.version = ${seen.version} and e.released_at is null and e.ended_on is null
      and ${heldNow(actor.serviceId)}`
  return changed === 1
}

/** Who moved the release date last, and when: for telling somebody whose page was older. */
export async function findLastDateChange(
  { tx }: Deed,
  episodeId: string,
): Promise<{ changedBy: string | null; changedAt: Date } | null> {
  const [row] = await tx.$queryRaw<{ changedBy: string | null; changedAt: Date }[]>`
    select a.display_name as "changedBy", d.changed_at as "changedAt"
    from release_date_change d left join account a on a.id = d.changed_by
    where d.episode_id = ${episodeId}::uuid order by d.changed_at desc, d.id desc limit 1`
  return row ?? null
}

function heldNow(serviceId: string): Prisma.Sql {
  return Prisma.sql`exists (select 1 from case_part p where p.episode_id = e.id and p.service_id = ${serviceId}::uuid
    and p.relation = 'own' and p.until > app.now())`
}
