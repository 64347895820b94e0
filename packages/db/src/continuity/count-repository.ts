import type { ReleaseCount } from '@throughcare/domain/continuity/count-release'
import type { ReleaseRecord } from '@throughcare/domain/continuity/release-record'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import type { CountedNames } from './counted-names.ts'
import type { TotalShift } from './total-shift.ts'

type CountDeed = Deed<SystemActor>

/**
 * Takes the counting to itself until the transaction ends: two that count at once would move the totals by the same difference twice.
 *
 * @returns false while somebody else counts
 */
export async function takeTurnToCount({ tx }: CountDeed, waits: boolean): Promise<boolean> {
  // Rows that go while the worker counts are taken out of the totals by the worker.
  await tx.$executeRaw`select set_config('app.counting', 'yes', true)`
  if (waits) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('app.counted_release', 0))`
    return true
  }
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('app.counted_release', 0)) as mine`
  return turn?.mine ?? false
}

/** Takes releases that changed, or that time changed, off what waits to be counted: at most so many, the oldest first. */
export async function takeReleasesToCount({ tx, now }: CountDeed, atMost: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ episode_id: string }[]>`
    with taken as (
      delete from release_to_count where id in (select w.id from release_to_count w order by w.id limit ${atMost}) returning episode_id
    ), due as (
      select r.episode_id from counted_release r where r.changes_at <= ${now} order by r.changes_at limit ${atMost}
    )
    select episode_id from taken union select episode_id from due`
  return rows.map((row) => row.episode_id)
}

/** Where in the row of all releases somebody stands. */
export type ReleaseMark = { releasedAt: Date; id: string }

/** The releases behind one, in their order: at most so many. */
export function listReleasesBehind(
  { tx }: CountDeed,
  { releasedAt, id }: ReleaseMark,
  atMost: number,
): Promise<ReleaseMark[]> {
  return tx.$queryRaw`
    select id, released_at as "releasedAt" from app.releases_behind(${releasedAt}, ${id}::uuid, ${atMost}::int)`
}

/** What these releases are counted from. Cases that are no releases any more are not among them. */
export async function findReleaseRecords({ tx }: CountDeed, episodeIds: readonly string[]): Promise<ReleaseRecord[]> {
  const rows = await tx.$queryRaw<{ record: ReleaseRecord }[]>`
    select record from app.counted_records(${[...episodeIds]}::uuid[]) as record`
  return rows.map(({ record }) => record)
}

/** Takes every count away: before everything is counted anew. */
export async function forgetCounts({ tx }: CountDeed): Promise<void> {
  await tx.$executeRaw`delete from counted_release`
  await tx.$executeRaw`delete from counted_total`
  await tx.$executeRaw`delete from release_to_count where id <= (select max(w.id) from release_to_count w)`
}

/** What was counted of some releases: each with its record, for whose scope it stands. */
export type CountedOnce = { record: ReleaseRecord; counts: readonly ReleaseCount[] }

/**
 * Puts what was counted in the place of what stood, and adds the difference to what the totals are to move by. Cases of which nothing
 * is given are taken out. What is restricted stands beside the totals, never in them.
 *
 * @param isNew nothing of them stands: what is there need not be looked at
 */
export async function recordCounts(
  deed: CountDeed,
  { names, shift }: { names: CountedNames; shift: TotalShift },
  episodeIds: readonly string[],
  counted: readonly CountedOnce[],
  isNew: boolean,
): Promise<void> {
  const { tx, now } = deed
  const stood = isNew ? [] : await findStanding(deed, episodeIds)
  const standing = new Map(stood.map((row) => [`${row.episodeId} ${row.scopeId}`, row]))

  const rows = await rowsOf(deed, names, counted)
  const changed = rows.filter((row) => {
    const key = `${row.episodeId} ${row.scopeId}`
    const before = standing.get(key)
    standing.delete(key)
    if (before && before.text === textOf(row)) return false
    if (before) shift.add(before, -1)
    shift.add(row, 1)
    return true
  })
  const gone = [...standing.values()]
  for (const row of gone) shift.add(row, -1)

  if (gone.length > 0)
    await tx.$executeRaw`
      delete from counted_release r using unnest(${gone.map((row) => row.episodeId)}::uuid[], ${gone.map((row) => row.scopeId)}::uuid[])
        as g (episode_id, scope_id) where r.episode_id = g.episode_id and r.scope_id = g.scope_id`
  if (changed.length > 0)
    await tx.$executeRaw`
      insert into counted_release (episode_id, scope_id, scope_kind, person_id, prison_id, released_on, is_closed, marks, groups,
        counted_at, changes_at)
      select c.episode_id, c.scope_id, c.scope_kind, c.person_id, c.prison_id, c.released_on, c.is_closed,
        string_to_array(c.marks, ',')::int[], string_to_array(c.groups, ',')::int[], ${now}, c.changes_at
      from unnest(${changed.map((row) => row.episodeId)}::uuid[], ${changed.map((row) => row.scopeId)}::uuid[],
        ${changed.map((row) => row.scopeKind)}::text[], ${changed.map((row) => row.personId)}::uuid[],
        ${changed.map((row) => row.prisonId)}::uuid[], ${changed.map((row) => row.releasedOn)}::date[],
        ${changed.map((row) => row.isClosed)}::boolean[], ${changed.map((row) => row.marks.join(','))}::text[],
        ${changed.map((row) => row.groups.join(','))}::text[], ${changed.map((row) => row.changesAt)}::timestamptz[])
        as c (episode_id, scope_id, scope_kind, person_id, prison_id, released_on, is_closed, marks, groups, changes_at)
      on conflict (episode_id, scope_id) do update set scope_kind = excluded.scope_kind, person_id = excluded.person_id,
        prison_id = excluded.prison_id, released_on = excluded.released_on, is_closed = excluded.is_closed, marks = excluded.marks,
        groups = excluded.groups, counted_at = excluded.counted_at, changes_at = excluded.changes_at`
}

/** One row of counted_release. */
export type CountedRow = {
  episodeId: string
  scopeId: string
  scopeKind: string
  personId: string
  prisonId: string
  releasedOn: string
  isClosed: boolean
  marks: number[]
  groups: number[]
  changesAt: string | null
}

async function rowsOf(deed: CountDeed, names: CountedNames, counted: readonly CountedOnce[]): Promise<CountedRow[]> {
  await names.learn(
    deed,
    counted.flatMap(({ counts }) => counts),
  )
  return counted.flatMap(({ record, counts }) =>
    counts.map(({ scopeId, scopeKind, marks, groups, changesAt }) => ({
      episodeId: record.episodeId,
      personId: record.personId,
      prisonId: record.prisonId,
      releasedOn: record.releasedOn,
      isClosed: record.isRestricted,
      scopeId,
      scopeKind,
      marks: marks.map((mark) => names.idOfMark(mark)).toSorted((left, right) => left - right),
      groups: groups.map((group) => names.idOfGroup(group)).toSorted((left, right) => left - right),
      changesAt: changesAt?.toISOString() ?? null,
    })),
  )
}

async function findStanding(
  { tx }: CountDeed,
  episodeIds: readonly string[],
): Promise<(CountedRow & { text: string })[]> {
  const rows = await tx.$queryRaw<(Omit<CountedRow, 'changesAt'> & { changesAt: Date | null })[]>`
    select r.episode_id as "episodeId", r.scope_id as "scopeId", r.scope_kind as "scopeKind", r.person_id as "personId",
      r.prison_id as "prisonId", r.released_on::text as "releasedOn", r.is_closed as "isClosed", r.marks, r.groups,
      r.changes_at as "changesAt"
    from counted_release r where r.episode_id = any (${[...episodeIds]}::uuid[])`
  return rows.map((row) => {
    const standing = { ...row, changesAt: row.changesAt?.toISOString() ?? null }
    return { ...standing, text: textOf(standing) }
  })
}

/** Two rows with the same text say the same. */
function textOf({ scopeKind, personId, prisonId, releasedOn, isClosed, marks, groups, changesAt }: CountedRow): string {
  return [scopeKind, personId, prisonId, releasedOn, isClosed, marks.join(), groups.join(), changesAt].join(' ')
}
