import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { UndoReason } from '@throughcare/domain/release/undo-reasons'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A release to be kept as it was pressed. */
export type ReleaseToKeep = {
  episodeId: string
  releasedAt: Date
  learnedAt: Date
  kind: ReleaseKind
  turnedItems: readonly string[]
  sentHandoffs: readonly string[]
  /** Whether the plan was ready, and the minimum pack whole, before it was pressed; null: nobody could say. */
  wasReady: boolean | null
  hadWholePack: boolean | null
  requestId: string
}

/** Keeps a press of "Released now": what was said, and what it did. */
export async function recordReleasePress({ tx, actor, now }: Deed, press: ReleaseToKeep): Promise<void> {
  await tx.releaseRecord.createMany({
    data: [
      {
        ...press,
        turnedItems: [...press.turnedItems],
        sentHandoffs: [...press.sentHandoffs],
        id: newId(),
        recordedAt: now,
        serviceId: actor.serviceId,
        recordedBy: actor.accountId,
      },
    ],
  })
}

/** What the undoing of a release has to know. */
export type ReleaseToUndo = {
  recordId: string | null
  turnedItems: string[]
  sentHandoffs: string[]
  isSeenOutside: boolean
  isAdmittedAgain: boolean
}

/**
 * The last press that recorded a release of this case and stands, with what has happened since. Asked by the prison that
 * holds or held the person; a case without such a press has `recordId` null.
 */
export async function findReleaseToUndo({ tx, actor, now }: Deed, episodeId: string): Promise<ReleaseToUndo | null> {
  const [row] = await tx.$queryRaw<ReleaseToUndo[]>`
    select r.id as "recordId", coalesce(r.turned_items, '{}') as "turnedItems", coalesce(r.sent_handoffs, '{}') as "sentHandoffs",
      (exists (select 1 from outcome o where o.episode_id = e.id and o.service_id <> p.service_id
          and o.recorded_at >= e.release_recorded_at)
        or exists (select 1 from dose d where d.episode_id = e.id and d.service_id <> p.service_id
          and d.recorded_at >= e.release_recorded_at)) as "isSeenOutside",
      exists (select 1 from custody_episode l where l.person_id = e.person_id and l.id <> e.id
        and l.admitted_on >= e.ended_on and l.ended_because is distinct from 'entered-in-error') as "isAdmittedAgain"
    from case_part p
    join custody_episode e on e.id = p.episode_id
    left join lateral (
      select r.* from release_record r where r.episode_id = e.id and r.service_id = p.service_id
        and not exists (select 1 from release_undo u where u.record_id = r.id)
      order by r.recorded_at desc, r.id desc limit 1) r on true
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and p.relation in ('own', 'closing') and 'release' = any (p.categories)`
  return row ?? null
}

/**
 * Opens the episode again, unless somebody was faster.
 *
 * @returns false when nothing was written: another version is stored now.
 */
export async function recordReleaseUndone(
  { tx, actor }: Deed,
  seen: { episodeId: string; version: number },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update custody_episode e
    set released_at = null, learned_at = null, release_recorded_at = null, release_kind = null, ended_on = null,
      ended_because = null, version = e.version + 1
    where e.id = ${seen.episodeId}::uuid and e.version = ${seen.version} and e.released_at is not null
      and exists (select 1 from case_part p where p.episode_id = e.id and p.service_id = ${actor.serviceId}::uuid
        and p.relation = 'closing' and p.until > app.now())`
  return changed === 1
}

/** Keeps the undoing beside the press that it takes back. */
export async function recordUndo(
  { tx, actor, now }: Deed,
  undo: { recordId: string; episodeId: string; reason: UndoReason; words: string | null },
): Promise<void> {
  await tx.releaseUndo.createMany({
    data: [{ ...undo, id: newId(), undoneAt: now, serviceId: actor.serviceId, undoneBy: actor.accountId }],
  })
}

/**
 * Open items that the prison was to do become the community's: it can do nothing more behind the gate. Who answers for
 * them does not change by this, only by an acknowledgement.
 *
 * @returns the ids of the items that were turned, and the areas in which anything is open
 */
export async function recordItemsTurned(
  { tx, actor, now }: Deed,
  episodeId: string,
): Promise<{ turned: string[]; openAreas: Area[] }> {
  const turned = await tx.$queryRaw<{ id: string }[]>`
    update checklist_item i set owner_side = 'community', version = i.version + 1
    from care_plan c, case_part p
    where c.id = i.care_plan_id and c.closed_at is null and i.episode_id = ${episodeId}::uuid
      and i.status in ('open', 'in-progress') and i.owner_side = 'prison'
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and i.area = any (p.categories)
    returning i.id`
  const open = await tx.$queryRaw<{ area: Area }[]>`
    select distinct i.area from case_part p
    join checklist_item i on i.episode_id = p.episode_id and i.area = any (p.categories)
    join care_plan c on c.id = i.care_plan_id and c.closed_at is null
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and i.status in ('open', 'in-progress')`
  return { turned: turned.map(({ id }) => id), openAreas: open.map(({ area }) => area) }
}

/** Gives items back to the prison that a wrong press had turned. */
export async function recordItemsTurnedBack(
  { tx, actor, now }: Deed,
  episodeId: string,
  items: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update checklist_item i set owner_side = 'prison', version = i.version + 1
    from case_part p
    where i.id = any (${[...items]}::uuid[]) and i.episode_id = ${episodeId}::uuid and i.owner_side = 'community'
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and i.area = any (p.categories)`
}

/** Somebody of another service who has looked at the case since its release was recorded. Instants are ISO texts. */
export type ReleaseSeenBy = { serviceName: string; accountName: string; firstAt: string }

/** Who had already looked, from the audit trail: told to the prison that recorded the release, and to nobody else. */
export async function findReleaseSeenBy({ tx }: Deed, episodeId: string): Promise<ReleaseSeenBy[]> {
  const rows = await tx.$queryRaw<{ serviceName: string; accountName: string; firstAt: Date }[]>`
    select service_name as "serviceName", account_name as "accountName", first_at as "firstAt"
    from app.release_seen_by(${episodeId}::uuid)`
  return rows.map((row) => ({ ...row, firstAt: row.firstAt.toISOString() }))
}

/** Somebody as a press asks for them: name, date of birth and the prison's number. */
export type NamedPerson = {
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
}

/**
 * The person of this case, and everybody else of the same name whom the actor's prison holds now. Names are compared folded:
 * without capitals and accents.
 */
export async function findSameName(
  { tx, actor, now }: Deed<Actor>,
  episodeId: string,
): Promise<{ person: NamedPerson; others: NamedPerson[] } | null> {
  const rows = await tx.$queryRaw<(Omit<NamedPerson, 'dateOfBirth'> & { dateOfBirth: Date | null; isThis: boolean })[]>`
    with this as (
      select n.id, n.name_key from case_part p join person n on n.id = p.person_id
      where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
        and p.relation in ('own', 'closing') and 'identity' = any (p.categories)
    )
    select distinct n.id as "personId", n.family_name as "familyName", n.given_names as "givenNames",
      n.date_of_birth as "dateOfBirth", n.id = this.id as "isThis", (
        select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
        order by (i.issuer_service_id = ${actor.serviceId}::uuid) desc, i.id desc limit 1) as number
    from this
    join person n on n.name_key = this.name_key
    join case_part p on p.person_id = n.id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
      and (p.relation = 'own' or n.id = this.id) and 'identity' = any (p.categories)`
  const named = rows.map(({ isThis, ...row }) => ({ isThis, one: { ...row, dateOfBirth: dayOf(row.dateOfBirth) } }))
  const person = named.find(({ isThis }) => isThis)?.one
  return person ? { person, others: named.filter(({ isThis }) => !isThis).map(({ one }) => one) } : null
}
