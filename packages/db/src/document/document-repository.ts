import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { DocumentSubject } from '@throughcare/domain/document/document-codes'
import type { MediaType } from '@throughcare/domain/document/media-type'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** A file on its way in. */
export type FileToKeep = {
  id: string
  itemId: string
  episodeId: string
  area: Area
  shows: DocumentSubject
  mediaType: MediaType
  fileName: string
  sha256: Uint8Array<ArrayBuffer>
  content: Uint8Array<ArrayBuffer>
}

export async function addDocument({ tx, actor, now }: Deed<Actor>, file: FileToKeep): Promise<void> {
  const { area, ...kept } = file
  await tx.document.createMany({
    data: [
      {
        ...kept,
        category: area,
        bytes: file.content.length,
        addedAt: now,
        addedBy: actor.accountId,
        addedByServiceId: actor.serviceId,
      },
    ],
  })
}

/** A document without its bytes, and how the actor's service stands to its case. */
export type DocumentAtHand = {
  id: string
  itemId: string
  episodeId: string
  personId: string
  relation: Relation
  categories: Category[]
  writes: Category[]
  category: Area
  mediaType: MediaType
  fileName: string
  addedByServiceId: string
  removedAt: Date | null
  itemStatus: ItemStatus
  /** Documents that stand on the item beside this one. */
  others: number
}

/** A document whose category is open to the actor's service; null otherwise, and for one that never was. */
export async function findDocument(
  { tx, actor, now }: Deed<Actor>,
  documentId: string,
): Promise<DocumentAtHand | null> {
  const [found] = await tx.$queryRaw<DocumentAtHand[]>`
    select d.id, d.item_id as "itemId", d.episode_id as "episodeId", p.person_id as "personId", p.relation,
      app.open_categories(p.categories) as categories, app.open_categories(p.writes) as writes, d.category,
      d.media_type as "mediaType", d.file_name as "fileName", d.added_by_service_id as "addedByServiceId",
      d.removed_at as "removedAt", i.status as "itemStatus", (select count(*)::int from document o
        where o.item_id = d.item_id and o.id <> d.id and o.removed_at is null) as others
    from document d
    join checklist_item i on i.id = d.item_id
    join case_part p on p.episode_id = d.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and d.category = any (app.open_categories(p.categories))
    where d.id = ${documentId}::uuid`
  return found ?? null
}

/** The bytes of a document that stands; null when it was removed, or its category is not open to the actor's service. */
export async function findContent({ tx, actor, now }: Deed<Actor>, documentId: string): Promise<Uint8Array | null> {
  const [found] = await tx.$queryRaw<{ content: Uint8Array | null }[]>`
    select d.content from document d
    join case_part p on p.episode_id = d.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and d.category = any (app.open_categories(p.categories))
    where d.id = ${documentId}::uuid and d.removed_at is null`
  return found?.content ?? null
}

/** Takes a document's bytes away and says why; false when somebody else had, or the case is not the service's to work on. */
export async function recordRemoved(
  { tx, actor, now }: Deed<Actor>,
  documentId: string,
  because: string,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update document d
    set content = null, removed_at = ${now}::timestamptz, removed_by = ${actor.accountId}::uuid, removed_because = ${because}
    from case_part p
    where d.id = ${documentId}::uuid and d.removed_at is null and d.added_by_service_id = ${actor.serviceId}::uuid
      and p.episode_id = d.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and d.category = any (p.writes)`
  return changed === 1
}

/** Opens an item again whose last evidence has gone (practice F10), whichever service answers for it; false when it changed meanwhile. */
export async function reopenWithoutEvidence(
  { tx, actor, now }: Deed<Actor>,
  { itemId, episodeId, area }: { itemId: string; episodeId: string; area: Area },
  said: { reason: string; requestId: string; changeId: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update checklist_item i
    set status = 'open', reason = null, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid,
      version = i.version + 1
    from case_part p
    where i.id = ${itemId}::uuid and i.status = 'done'
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)`
  if (changed !== 1) return false
  await tx.checklistItemChange.createMany({
    data: [
      {
        id: said.changeId,
        itemId,
        episodeId,
        area,
        fromStatus: 'done',
        toStatus: 'open',
        reason: said.reason,
        at: now,
        byAccount: actor.accountId,
        requestId: said.requestId,
      },
    ],
  })
  return true
}
