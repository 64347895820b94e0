import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type {
  DataRequestKind,
  DataRequestState,
  IdentityCheck,
  RequestAsker,
} from '@throughcare/domain/data-request/data-request-codes'
import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { dayOf, stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A request as it is stored, with the name of the person and of who wrote it down. */
export type StoredDataRequest = {
  dataRequestId: string
  personId: string
  episodeId: string
  familyName: string
  givenNames: string
  kind: DataRequestKind
  state: DataRequestState
  askedOn: PlainDate
  dueOn: PlainDate
  asker: RequestAsker
  identity: IdentityCheck
  words: string | null
  recordedByName: string
  answeredByName: string | null
  answeredAt: Date | null
  reason: string | null
  copiedAt: Date | null
  version: number
}

type Row = Omit<StoredDataRequest, 'askedOn' | 'dueOn'> & { askedOn: Date; dueOn: Date }

/** The parts in a case with which somebody answers for it: the prison that holds it, a community service for what it took. */
function worksAs({ role }: Actor | SystemActor): string[] {
  return role === 'prison-health' ? ['own', 'closing'] : ['accepted', 'closing']
}

async function select({ tx, actor, now }: Deed, where: Prisma.Sql): Promise<StoredDataRequest[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.id as "dataRequestId", r.person_id as "personId", r.episode_id as "episodeId", x.family_name as "familyName",
      x.given_names as "givenNames", r.kind, r.state, r.asked_on as "askedOn", r.due_on as "dueOn", r.asker, r.identity, r.words,
      a.display_name as "recordedByName", b.display_name as "answeredByName", r.answered_at as "answeredAt", r.reason,
      r.copied_at as "copiedAt", r.version
    from data_request r
    join case_part p on p.episode_id = r.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
      and p.relation = any (${worksAs(actor)}::text[]) and 'identity' = any (p.writes)
    join person x on x.id = r.person_id
    join account a on a.id = r.recorded_by left join account b on b.id = r.answered_by
    where r.service_id = ${actor.serviceId}::uuid and ${where}
    order by r.due_on, r.id`
  return rows.map((row) => ({ ...row, askedOn: dayOf(row.askedOn), dueOn: dayOf(row.dueOn) }))
}

/** What waits for an answer at the actor's service, and the restrictions in force there; the nearest day first. */
export function listDataRequests(deed: Deed): Promise<StoredDataRequest[]> {
  return select(deed, Prisma.sql`r.state in ('open', 'standing')`)
}

/** One request to the actor's own service; null when it is not there or its case is not open to it. */
export async function findDataRequest(deed: Deed, id: string): Promise<StoredDataRequest | null> {
  const [found] = await select(deed, Prisma.sql`r.id = ${id}::uuid`)
  return found ?? null
}

export type NewDataRequest = Pick<
  StoredDataRequest,
  'personId' | 'episodeId' | 'kind' | 'askedOn' | 'dueOn' | 'asker' | 'identity' | 'words'
>

export async function recordDataRequest({ tx, actor, now }: Deed<Actor>, of: NewDataRequest): Promise<string> {
  const id = newId()
  await tx.dataRequest.createMany({
    data: [
      {
        ...of,
        id,
        askedOn: stored(of.askedOn),
        dueOn: stored(of.dueOn),
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/** @returns false when somebody answered it meanwhile. */
export async function recordDataAnswer(
  { tx, actor, now }: Deed<Actor>,
  of: StoredDataRequest,
  state: DataRequestState,
  reason: string | null,
): Promise<boolean> {
  const { count } = await tx.dataRequest.updateMany({
    where: { id: of.dataRequestId, version: of.version, state: of.state, serviceId: actor.serviceId },
    data: { state, reason, answeredAt: now, answeredBy: actor.accountId, version: { increment: 1 } },
  })
  return count === 1
}

/** That a copy was made just now. */
export async function recordCopied({ tx, actor, now }: Deed<Actor>, id: string): Promise<void> {
  await tx.dataRequest.updateMany({ where: { id, serviceId: actor.serviceId }, data: { copiedAt: now } })
}

/** The last decision about each part of the copy, by whom. */
export type ReviewedPiece = {
  table: string
  rowKey: string
  field: string
  decision: 'release' | 'hold'
  decidedBy: string
}

export function listReviewed({ tx }: Deed, dataRequestId: string): Promise<ReviewedPiece[]> {
  return tx.$queryRaw<ReviewedPiece[]>`
    select distinct on (v.source_table, v.row_key, v.field) v.source_table as "table", v.row_key as "rowKey", v.field, v.decision,
      v.decided_by as "decidedBy"
    from data_request_review v where v.data_request_id = ${dataRequestId}::uuid
    order by v.source_table, v.row_key, v.field, v.decided_at desc, v.id desc`
}

export async function recordReviews(
  { tx, actor, now }: Deed<Actor>,
  of: Pick<StoredDataRequest, 'dataRequestId' | 'episodeId'>,
  pieces: readonly { table: string; rowKey: string; field: string }[],
  decision: 'release' | 'hold',
): Promise<void> {
  await tx.dataRequestReview.createMany({
    data: pieces.map(({ table, rowKey, field }) => ({
      id: newId(),
      dataRequestId: of.dataRequestId,
      episodeId: of.episodeId,
      sourceTable: table,
      rowKey,
      field,
      decision,
      decidedAt: now,
      decidedBy: actor.accountId,
    })),
  })
}

/** The person of a case in which the actor's service works; null without such a part. */
export async function findPersonToAnswer({ tx, actor, now }: Deed, episodeId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ personId: string }[]>`
    select p.person_id as "personId" from case_part p where p.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now} and p.relation = any (${worksAs(actor)}::text[]) and 'identity' = any (p.writes)`
  return row?.personId ?? null
}

/** Has the person of this case had the use of the record restricted? No where the actor's service has no part in it. */
export async function isUseRestricted({ tx }: Deed, episodeId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { restricted: boolean }[]
  >`select app.use_is_restricted(${episodeId}::uuid) as restricted`
  return row?.restricted ?? false
}
