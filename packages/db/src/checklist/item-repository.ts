import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus, SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** An item as it stands, and how the actor's service stands to its case. */
export type Item = {
  id: string
  episodeId: string
  personId: string
  relation: Relation
  /** The categories of the case that are open to the actor's service, and of those the ones it may write. */
  categories: Category[]
  writes: Category[]
  area: Area
  code: string
  status: ItemStatus
  reason: string | null
  version: number
  statusAt: Date | null
  statusBy: string | null
  accountableServiceId: string
  accountableServiceName: string
  /** Codes of open items that it waits for, as far as the actor's service may see them. */
  waitsFor: string[]
}

/** One item of an open plan, if its area is open to the actor's service: one query asks which, and whether it is theirs. */
export async function findItem({ tx, actor, now }: Deed, itemId: string): Promise<Item | null> {
  const [item] = await tx.$queryRaw<Item[]>`
    select i.id, i.episode_id as "episodeId", p.person_id as "personId", p.relation, p.categories, p.writes, i.area, i.code, i.status, i.reason, i.version,
      i.status_at as "statusAt", a.display_name as "statusBy", i.accountable_service_id as "accountableServiceId",
      s.name as "accountableServiceName",
      array(select o.code from checklist_item o where o.care_plan_id = i.care_plan_id and o.code = any (i.blocked_by)
        and o.status in ('open', 'in-progress') and o.area = any (p.categories) order by o.code) as "waitsFor"
    from checklist_item i
    join care_plan c on c.id = i.care_plan_id and c.closed_at is null
    join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and i.area = any (p.categories)
    join service s on s.id = i.accountable_service_id
    left join account a on a.id = i.status_by
    where i.id = ${itemId}::uuid`
  return item ?? null
}

/**
 * Sets the status and writes the line of history, unless somebody was faster. Only the service that answers for the item
 * does.
 *
 * @param from the statuses from which it may be set so.
 * @returns false when nothing was written: another version stands now, or another service answers for the item.
 */
export async function recordItemStatus(
  { tx, actor, now }: Deed,
  seen: { itemId: string; version: number; from: ItemStatus },
  next: { status: SettableItemStatus; reason: string | null; requestId: string },
): Promise<boolean> {
  const changed = await tx.$queryRaw<{ episode_id: string; area: string }[]>`
    update checklist_item i
    set status = ${next.status}, reason = ${next.reason}, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid,
      version = i.version + 1
    from case_part p
    where i.id = ${seen.itemId}::uuid and i.version = ${seen.version} and i.status = ${seen.from}
      and i.accountable_service_id = ${actor.serviceId}::uuid
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)
    returning i.episode_id, i.area`
  const [item] = changed
  if (!item) return false
  await tx.checklistItemChange.createMany({
    data: [
      {
        id: newId(),
        itemId: seen.itemId,
        episodeId: item.episode_id,
        area: item.area,
        fromStatus: seen.from,
        toStatus: next.status,
        reason: next.reason,
        at: now,
        byAccount: actor.accountId,
        requestId: next.requestId,
      },
    ],
  })
  return true
}

/**
 * Finishes open items that another deed has just fulfilled, under the actor's name: nobody ticks what is recorded elsewhere.
 * Items that the actor's service may not write are left as they are.
 */
export async function finishItems(
  { tx, actor, now }: Deed,
  episodeId: string,
  codes: readonly string[],
  requestId: string,
): Promise<void> {
  await tx.$executeRaw`
    with open as (
      select i.id, i.status from checklist_item i
      join care_plan c on c.id = i.care_plan_id and c.closed_at is null
      join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid
        and p.until > ${now}::timestamptz and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)
      where i.episode_id = ${episodeId}::uuid and i.code = any (${[...codes]}) and i.status in ('open', 'in-progress')
      for update of i
    ), finished as (
      update checklist_item i
      set status = 'done', reason = null, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid,
        version = i.version + 1
      from open where i.id = open.id
      returning i.id, i.area, open.status as was
    )
    insert into checklist_item_change (id, item_id, episode_id, area, from_status, to_status, at, by_account, request_id)
    select (${codes.map(() => newId())}::uuid[])[row_number() over ()], id, ${episodeId}::uuid, area, was, 'done', ${now}::timestamptz,
      ${actor.accountId}::uuid, ${requestId}::uuid from finished`
}
