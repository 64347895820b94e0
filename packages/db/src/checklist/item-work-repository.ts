import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { LastPress } from '@throughcare/domain/checklist/decide-item-work'
import type { ItemStatus, SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** An item as work on it is decided, and how the actor's service stands to its case. */
export type ItemAtWork = {
  id: string
  episodeId: string
  personId: string
  relation: Relation
  categories: Category[]
  writes: Category[]
  area: Area
  code: string
  familyName: string
  givenNames: string
  status: ItemStatus
  version: number
  accountableServiceId: string
  accountableServiceName: string
  assignedTo: string | null
  dueOverrideAt: Date | null
  dueAt: Date | null
  /** Who changed it last, as far as anybody did. */
  changedBy: string | null
  changedAt: Date | null
  lastPress: (Omit<NonNullable<LastPress>, 'at'> & { at: string }) | null
  /** What was said when the status was set to what the last press took it from. */
  reasonBefore: string | null
}

/** Items of open plans among these ids, as far as their area is open to the actor's service. In the order of the ids. */
export async function findItemsAtWork(
  { tx, actor, now }: Deed<Actor>,
  itemIds: readonly string[],
): Promise<ItemAtWork[]> {
  return tx.$queryRaw<ItemAtWork[]>`
    select i.id, i.episode_id as "episodeId", p.person_id as "personId", p.relation,
      app.open_categories(p.categories) as categories, app.open_categories(p.writes) as writes, i.area, i.code,
      n.family_name as "familyName", n.given_names as "givenNames", i.status, i.version,
      i.accountable_service_id as "accountableServiceId", s.name as "accountableServiceName", i.assigned_to as "assignedTo",
      i.due_override_at as "dueOverrideAt", i.due_at as "dueAt", last.name as "changedBy", last.at as "changedAt",
      press.said as "lastPress", (select b.reason from checklist_item_change b where b.item_id = i.id
        and b.to_status = press.from_status and b.at <= press.at and b.id <> press.id order by b.at desc, b.id desc limit 1) as "reasonBefore"
    from unnest(${[...itemIds]}::uuid[]) with ordinality as asked (id, place)
    join checklist_item i on i.id = asked.id
    join care_plan c on c.id = i.care_plan_id and c.closed_at is null
    join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and i.area = any (app.open_categories(p.categories))
    join person n on n.id = p.person_id
    join service s on s.id = i.accountable_service_id
    left join lateral (select h.id, h.at, h.from_status, jsonb_build_object('from', h.from_status, 'to', h.to_status,
        'byAccount', h.by_account, 'at', app.utc(h.at)) as said
      from checklist_item_change h where h.item_id = i.id order by h.at desc, h.id desc limit 1) press on true
    left join lateral (select y.at, a.display_name as name from (
        select h.at, h.by_account from checklist_item_change h where h.item_id = i.id
        union all select d.at, d.by_account from item_edit d where d.item_id = i.id) y
      join account a on a.id = y.by_account order by y.at desc limit 1) last on true
    order by asked.place`
}

/** One change of an item beside its status, as its history keeps it. */
type Edit = {
  field: 'assigned-to' | 'due' | 'document'
  oldValue: string | null
  newValue: string | null
  reason: string | null
}

/** Writes what was changed on an item into its history. */
export async function recordEdit(
  { tx, actor, now }: Deed,
  item: { itemId: string; episodeId: string; area: string },
  edit: Edit,
  requestId: string,
): Promise<void> {
  await tx.itemEdit.createMany({
    data: [{ id: newId(), ...item, ...edit, at: now, byAccount: actor.accountId, requestId }],
  })
}

/**
 * Puts an item in somebody's name, or in nobody's, with its line of history. Only the service that answers for it does.
 * @returns false when somebody was faster
 */
export async function recordAssigned(
  deed: Deed<Actor>,
  item: Pick<ItemAtWork, 'id' | 'episodeId' | 'area' | 'version' | 'assignedTo'>,
  to: string | null,
  requestId: string,
): Promise<boolean> {
  const { tx, actor, now } = deed
  const changed = await tx.$executeRaw`
    update checklist_item i set assigned_to = ${to}::uuid, version = i.version + 1
    from case_part p
    where i.id = ${item.id}::uuid and i.version = ${item.version} and i.status in ('open', 'in-progress')
      and i.accountable_service_id = ${actor.serviceId}::uuid
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)`
  if (changed !== 1) return false
  const edit = { field: 'assigned-to', oldValue: item.assignedTo, newValue: to, reason: null } as const
  await recordEdit(deed, { itemId: item.id, episodeId: item.episodeId, area: item.area }, edit, requestId)
  return true
}

/**
 * Gives an item a due time of its own, or the rule's again, with its line of history.
 * @returns false when somebody was faster
 */
export async function recordDue(
  deed: Deed<Actor>,
  item: Pick<ItemAtWork, 'id' | 'episodeId' | 'area' | 'version' | 'dueAt' | 'dueOverrideAt'>,
  said: { dueAt: Date | null; reason: string; requestId: string },
): Promise<boolean> {
  const { tx, actor, now } = deed
  const changed = await tx.$executeRaw`
    update checklist_item i set due_override_at = ${said.dueAt}::timestamptz, version = i.version + 1
    from case_part p
    where i.id = ${item.id}::uuid and i.version = ${item.version} and i.status in ('open', 'in-progress')
      and i.accountable_service_id = ${actor.serviceId}::uuid
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)`
  if (changed !== 1) return false
  const text = (due: Date | null): string | null => due?.toISOString() ?? null
  const edit = {
    field: 'due',
    oldValue: text(item.dueOverrideAt ?? item.dueAt),
    newValue: text(said.dueAt ?? item.dueAt),
    reason: said.reason,
  } as const
  if (edit.oldValue !== edit.newValue)
    await recordEdit(deed, { itemId: item.id, episodeId: item.episodeId, area: item.area }, edit, said.requestId)
  return true
}

/**
 * Takes a press back: the status, and what was said about it, stand as before, and a second line of history says so.
 * @returns false when somebody was faster
 */
export async function recordUndone(
  { tx, actor, now }: Deed<Actor>,
  item: Pick<ItemAtWork, 'id' | 'episodeId' | 'area' | 'version' | 'status' | 'reasonBefore'>,
  to: SettableItemStatus,
  said: { reason: string; requestId: string },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update checklist_item i
    set status = ${to}, reason = ${item.reasonBefore}, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid,
      version = i.version + 1
    from case_part p
    where i.id = ${item.id}::uuid and i.version = ${item.version} and i.status = ${item.status}
      and i.accountable_service_id = ${actor.serviceId}::uuid
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)`
  if (changed !== 1) return false
  await tx.checklistItemChange.createMany({
    data: [
      {
        id: newId(),
        itemId: item.id,
        episodeId: item.episodeId,
        area: item.area,
        fromStatus: item.status,
        toStatus: to,
        reason: said.reason,
        at: now,
        byAccount: actor.accountId,
        requestId: said.requestId,
      },
    ],
  })
  return true
}

/** Keeps what somebody wrote about an item. */
export async function addComment(
  { tx, actor, now }: Deed<Actor>,
  item: Pick<ItemAtWork, 'id' | 'episodeId' | 'area'>,
  text: string,
): Promise<string> {
  const id = newId()
  await tx.itemComment.createMany({
    data: [
      {
        id,
        itemId: item.id,
        episodeId: item.episodeId,
        area: item.area,
        text,
        at: now,
        byAccount: actor.accountId,
        byServiceId: actor.serviceId,
      },
    ],
  })
  return id
}

/** Keeps what somebody has typed so far, in the place of what they had typed before. Empty: nothing any more. */
export async function saveDraft(
  { tx, actor, now }: Deed<Actor>,
  item: Pick<ItemAtWork, 'id' | 'episodeId' | 'area'>,
  text: string,
): Promise<void> {
  await tx.$executeRaw`
    insert into item_draft (item_id, account_id, episode_id, area, text, saved_at)
    values (${item.id}::uuid, ${actor.accountId}::uuid, ${item.episodeId}::uuid, ${item.area}, ${text}, ${now}::timestamptz)
    on conflict (item_id, account_id) do update set text = excluded.text, saved_at = excluded.saved_at`
}
