import type { ObjectionCategory, ObjectionDecision } from '@throughcare/domain/objection/objection-inputs'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** An objection, and what was decided on it. Instants are ISO 8601. */
export type StoredObjection = {
  objectionId: string
  episodeId: string
  /** Both empty: with everybody. */
  services: { id: string; name: string }[]
  kinds: ServiceKind[]
  categories: ObjectionCategory[]
  ownWords: string | null
  at: string
  recordedAt: string
  recordedBy: string | null
  dueAt: string
  /** The zone in which the day ends. */
  timeZone: string
  decision: ObjectionDecision | null
  reason: string | null
  decidedAt: string | null
  decidedBy: string | null
  version: number
}

/** One that waits, with whose it is. */
export type WaitingObjection = Pick<
  StoredObjection,
  'objectionId' | 'episodeId' | 'at' | 'recordedAt' | 'dueAt' | 'timeZone' | 'categories'
> & { personId: string; familyName: string; givenNames: string }

/** Every objection of a case, the newest first. */
export function findObjections(deed: Deed, episodeId: string): Promise<StoredObjection[]> {
  return objectionsWhere(deed, Prisma.sql`p.episode_id = ${episodeId}::uuid`)
}

/** One objection, if its case is open to the actor. */
export async function findObjection(deed: Deed, objectionId: string): Promise<StoredObjection | null> {
  const [found] = await objectionsWhere(deed, Prisma.sql`o.id = ${objectionId}::uuid`)
  return found ?? null
}

function objectionsWhere({ tx, actor, now }: Deed, isMeant: Prisma.Sql): Promise<StoredObjection[]> {
  return tx.$queryRaw<StoredObjection[]>`
  select o.id as "objectionId", o.episode_id as "episodeId", coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name)
      from service v where v.id = any (o.service_ids)), '[]') as services, o.kinds, o.categories, o.own_words as "ownWords", at.name as at,
    app.utc(o.recorded_at) as "recordedAt", by.display_name as "recordedBy", app.utc(o.due_at) as "dueAt", at.time_zone as "timeZone",
    o.decision, o.decision_reason as reason, app.utc(o.decided_at) as "decidedAt", decided.display_name as "decidedBy", o.version
  from case_part p join objection o on o.episode_id = p.episode_id join service at on at.id = o.service_id
  left join account by on by.id = o.recorded_by left join account decided on decided.id = o.decided_by
  where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'health' = any (p.categories) and ${isMeant}
  order by o.recorded_at desc, o.id desc`
}

/** Those that wait for a clinician in cases of the actor's service, the first due first. */
export function findWaitingObjections({ tx, actor, now }: Deed, atMost: number): Promise<WaitingObjection[]> {
  return tx.$queryRaw<WaitingObjection[]>`
    select o.id as "objectionId", o.episode_id as "episodeId", p.person_id as "personId", n.family_name as "familyName",
      n.given_names as "givenNames", at.name as at, app.utc(o.recorded_at) as "recordedAt", app.utc(o.due_at) as "dueAt",
      at.time_zone as "timeZone", o.categories
    from case_part p join objection o on o.episode_id = p.episode_id join service at on at.id = o.service_id
    join person n on n.id = p.person_id
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'health' = any (p.categories)
      and p.relation in ('own', 'accepted', 'closing') and o.decision is null
    order by o.due_at, o.id limit ${atMost}`
}

/** Writes an objection down. It changes nothing by itself. */
export async function recordObjectionSaid(
  { tx, actor, now }: Deed,
  episodeId: string,
  said: {
    serviceIds: readonly string[]
    kinds: readonly string[]
    categories: readonly ObjectionCategory[]
    ownWords: string | null
    dueAt: Date
  },
): Promise<string> {
  const id = newId()
  await tx.objection.createMany({
    data: [
      {
        ...said,
        id,
        episodeId,
        serviceIds: [...said.serviceIds],
        kinds: [...said.kinds],
        categories: [...said.categories],
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/** Writes the decision, which what is shared follows at once. @returns false when somebody was faster. */
export async function recordObjectionDecided(
  { tx, actor, now }: Deed,
  seen: { objectionId: string; version: number },
  decided: { decision: ObjectionDecision; reason: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update objection o set decision = ${decided.decision}, decision_reason = ${decided.reason}, told_what_is_lost = true,
      decided_at = ${now}::timestamptz, decided_by = ${actor.accountId}::uuid, version = o.version + 1
    from case_part p
    where o.id = ${seen.objectionId}::uuid and o.version = ${seen.version} and o.decision is null and p.episode_id = o.episode_id
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'health' = any (p.writes)`
  return changed === 1
}
