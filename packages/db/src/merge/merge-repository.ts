import type { RecordInMerges } from '@throughcare/domain/merge/decide-merge'
import { JOINED_STATES, type MergeMove, type MergeState, WAITING_STATES } from '@throughcare/domain/merge/merge-codes'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** Two records and how they stand to each other, as plain JSON. Times are ISO 8601 in UTC. */
export type StoredMerge = {
  mergeId: string
  facePersonId: string
  otherPersonId: string
  state: MergeState
  askedBy: string
  askedByName: string
  askedAt: Date
  reason: string
  answeredByName: string | null
  answeredAt: Date | null
  version: number
}

/** Persons in whose case the actor's own service has a living part that acts and opens who they are. */
function held({ actor, now }: Deed, personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select 1 from case_part p where p.person_id = ${personId}
    and p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and p.relation in ('own', 'closing') and 'identity' = any (p.categories))`
}

function select(deed: Deed, where: Prisma.Sql): Promise<StoredMerge[]> {
  return deed.tx.$queryRaw<StoredMerge[]>`
    select m.id as "mergeId", m.face_person_id as "facePersonId", m.other_person_id as "otherPersonId", m.state,
      m.asked_by as "askedBy", a.display_name as "askedByName", m.asked_at as "askedAt", m.reason,
      b.display_name as "answeredByName", m.answered_at as "answeredAt", m.version
    from person_merge m join account a on a.id = m.asked_by left join account b on b.id = m.answered_by
    where ${where} and ${held(deed, Prisma.sql`m.face_person_id`)} and ${held(deed, Prisma.sql`m.other_person_id`)}
    order by m.asked_at desc, m.id desc`
}

/** Pairs of which the actor's service holds both records: what waits for an answer and what is merged, the newest first. */
export function listMerges(deed: Deed): Promise<StoredMerge[]> {
  return select(deed, Prisma.sql`m.state = any (${[...new Set([...WAITING_STATES, ...JOINED_STATES])]}::text[])`)
}

/** One pair; null when it is not there, or the actor's service does not hold both records. */
export async function findMerge(deed: Deed, mergeId: string): Promise<StoredMerge | null> {
  const [found] = await select(deed, Prisma.sql`m.id = ${mergeId}::uuid`)
  return found ?? null
}

/** What was ever asked of these two records, whichever stood in front; the newest first. */
export function findMergesOf(deed: Deed, one: string, other: string): Promise<StoredMerge[]> {
  return select(
    deed,
    Prisma.sql`m.face_person_id = any (array[${one}, ${other}]::uuid[]) and m.other_person_id = any (array[${one}, ${other}]::uuid[])`,
  )
}

/** How a record stands in pairs that are merged already, as far as the actor's service may know. */
export async function findInMerges(deed: Deed, personId: string): Promise<RecordInMerges> {
  const [row] = await deed.tx.$queryRaw<{ face: boolean; behind: boolean }[]>`
    select coalesce(bool_or(m.face_person_id = ${personId}::uuid), false) as face,
      coalesce(bool_or(m.other_person_id = ${personId}::uuid), false) as behind
    from person_merge m where m.state = any (${[...JOINED_STATES]}::text[])
      and ${personId}::uuid in (m.face_person_id, m.other_person_id)
      and ${held(deed, Prisma.sql`m.face_person_id`)} and ${held(deed, Prisma.sql`m.other_person_id`)}`
  return { isFaceOfAnother: row?.face ?? false, isBehindAnother: row?.behind ?? false }
}

/** @throws SQLSTATE 23505 when something is asked of this pair already. */
export async function recordMergeProposal(
  deed: Deed<Actor>,
  of: { facePersonId: string; otherPersonId: string; reason: string },
): Promise<string> {
  const { tx, actor, now } = deed
  const id = newId()
  await tx.personMerge.createMany({
    data: [{ id, ...of, byServiceId: actor.serviceId, askedBy: actor.accountId, askedAt: now }],
  })
  await recordMove(deed, id, 'propose', 'proposed', of.reason)
  return id
}

/** Asks that a merged pair be two again. @returns false when somebody moved it meanwhile. */
export async function recordPartingProposal(deed: Deed<Actor>, of: StoredMerge, reason: string): Promise<boolean> {
  const { tx, actor, now } = deed
  const { count } = await tx.personMerge.updateMany({
    where: { id: of.mergeId, version: of.version, state: 'merged' },
    data: { state: 'parting', askedBy: actor.accountId, askedAt: now, reason, version: { increment: 1 } },
  })
  if (count === 1) await recordMove(deed, of.mergeId, 'propose-parting', 'parting', reason)
  return count === 1
}

/**
 * @returns false when somebody moved it meanwhile.
 * @throws SQLSTATE 23505 or 23P01 when one of the records was merged with a third one in the meantime
 */
export async function recordMergeAnswer(
  deed: Deed<Actor>,
  of: { mergeId: string; version: number; state: MergeState },
  move: MergeMove,
  to: MergeState,
): Promise<boolean> {
  const { tx, actor, now } = deed
  const { count } = await tx.personMerge.updateMany({
    where: { id: of.mergeId, version: of.version, state: of.state },
    data: { state: to, answeredBy: actor.accountId, answeredAt: now, version: { increment: 1 } },
  })
  if (count === 1) await recordMove(deed, of.mergeId, move, to, null)
  return count === 1
}

async function recordMove(
  { tx, actor, now }: Deed<Actor>,
  mergeId: string,
  move: MergeMove,
  state: MergeState,
  reason: string | null,
): Promise<void> {
  await tx.personMergeMove.createMany({
    data: [
      { id: newId(), mergeId, move, state, reason, at: now, byAccount: actor.accountId, byServiceId: actor.serviceId },
    ],
  })
}
