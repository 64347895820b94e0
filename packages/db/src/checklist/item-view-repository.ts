import type { Category, Relation } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus, OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import type { DocumentSubject } from '@throughcare/domain/document/document-codes'
import type { MediaType } from '@throughcare/domain/document/media-type'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import type { StoredInstant } from '../care-plan/stored-case.ts'

/** One line of an item's history: what was, what is from then on, who made it so, when, and why. Ids are told by name. */
export type StoredItemEvent = {
  key: string
  field: 'status' | 'assigned-to' | 'due' | 'accountable-service' | 'document'
  old: string | null
  new: string | null
  reason: string | null
  at: StoredInstant
  by: string | null
  /** A recorded fact, a handoff or a moved release made it so, and not a press on the item. */
  byRules: boolean
}

export type StoredDocument = {
  id: string
  shows: DocumentSubject
  mediaType: MediaType
  bytes: number
  addedAt: StoredInstant
  addedBy: string | null
  addedByService: string
  addedByServiceId: string
  removed: { at: StoredInstant; by: string | null; because: string } | null
}

/** An item with all that was done on it. */
export type StoredItemView = {
  id: string
  version: number
  episodeId: string
  personId: string
  relation: Relation
  categories: Category[]
  writes: Category[]
  area: Area
  code: string
  ownerSide: OwnerSide
  status: ItemStatus
  reason: string | null
  critical: boolean
  /** By hand or by the rule. */
  dueAt: StoredInstant | null
  /** The rule's own, where another was set by hand; otherwise null. */
  dueByRule: StoredInstant | null
  dueByHand: boolean
  accountableServiceId: string
  accountableServiceName: string
  assignedTo: string | null
  assignee: string | null
  waitsFor: string[]
  holdsUp: string[]
  /** Newest first. */
  history: StoredItemEvent[]
  comments: { id: string; text: string; at: StoredInstant; by: string | null; service: string }[]
  documents: StoredDocument[]
  /** What the reader has typed and not posted; null: nothing. */
  draft: { text: string; savedAt: StoredInstant } | null
}

/** One item of an open plan whose area is open to the actor's service; null otherwise. */
export async function findItemView(
  { tx, actor, now }: Deed<Actor>,
  itemId: string,
  systemAccountId: string,
): Promise<StoredItemView | null> {
  const [found] = await tx.$queryRaw<{ item: StoredItemView }[]>`
    select jsonb_build_object('id', i.id, 'version', i.version, 'episodeId', i.episode_id, 'personId', p.person_id,
      'relation', p.relation, 'categories', v.open, 'writes', app.open_categories(p.writes),
      'area', i.area, 'code', i.code, 'ownerSide', i.owner_side, 'status', i.status, 'reason', i.reason,
      'critical', i.critical, 'dueAt', app.utc(coalesce(i.due_override_at, i.due_at)),
      'dueByRule', case when i.due_override_at is not null then app.utc(i.due_at) end,
      'dueByHand', i.due_override_at is not null,
      'accountableServiceId', s.id, 'accountableServiceName', s.name, 'assignedTo', i.assigned_to, 'assignee', w.display_name,
      'waitsFor', array(select o.code from checklist_item o where o.care_plan_id = i.care_plan_id
        and o.code = any (i.blocked_by) and o.status in ('open', 'in-progress') and o.area = any (v.open) order by o.code),
      'holdsUp', array(select o.code from checklist_item o where o.care_plan_id = i.care_plan_id
        and i.code = any (o.blocked_by) and o.status in ('open', 'in-progress') and o.area = any (v.open) order by o.code),
      'history', coalesce((select jsonb_agg(y.event order by y.at desc, y.id desc) from (
          select h.at, h.id, jsonb_build_object('key', h.id, 'field', 'status', 'old', h.from_status, 'new', h.to_status,
            'reason', h.reason, 'at', app.utc(h.at), 'by', a.display_name, 'byRules', h.by_account = ${systemAccountId}::uuid) as event
          from checklist_item_change h left join account a on a.id = h.by_account where h.item_id = i.id
          union all
          select d.at, d.id, jsonb_build_object('key', d.id, 'field', d.field,
            'old', coalesce(oa.display_name, os.name, od.shows, d.old_value),
            'new', coalesce(na.display_name, ns.name, nd.shows, d.new_value),
            'reason', d.reason, 'at', app.utc(d.at), 'by', a.display_name, 'byRules', d.request_id is null)
          from item_edit d
          left join account a on a.id = d.by_account
          left join account oa on d.field = 'assigned-to' and oa.id::text = d.old_value
          left join account na on d.field = 'assigned-to' and na.id::text = d.new_value
          left join service os on d.field = 'accountable-service' and os.id::text = d.old_value
          left join service ns on d.field = 'accountable-service' and ns.id::text = d.new_value
          left join document od on d.field = 'document' and od.item_id = d.item_id and od.id::text = d.old_value
          left join document nd on d.field = 'document' and nd.item_id = d.item_id and nd.id::text = d.new_value
          where d.item_id = i.id) y), '[]'),
      'comments', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'at', app.utc(c.at),
          'by', a.display_name, 'service', cs.name) order by c.at desc, c.id desc)
        from item_comment c join service cs on cs.id = c.by_service_id left join account a on a.id = c.by_account
        where c.item_id = i.id), '[]'),
      'documents', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'shows', f.shows, 'mediaType', f.media_type,
          'bytes', f.bytes, 'addedAt', app.utc(f.added_at), 'addedBy', a.display_name, 'addedByService', fs.name,
          'addedByServiceId', fs.id, 'removed', case when f.removed_at is not null then jsonb_build_object(
            'at', app.utc(f.removed_at), 'by', r.display_name, 'because', f.removed_because) end) order by f.added_at, f.id)
        from document f join service fs on fs.id = f.added_by_service_id left join account a on a.id = f.added_by
          left join account r on r.id = f.removed_by
        where f.item_id = i.id), '[]'),
      'draft', (select jsonb_build_object('text', d.text, 'savedAt', app.utc(d.saved_at)) from item_draft d
        where d.item_id = i.id and d.account_id = ${actor.accountId}::uuid and d.text <> '')) as item
    from checklist_item i
    join care_plan plan on plan.id = i.care_plan_id and plan.closed_at is null
    join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz
    join lateral (select app.open_categories(p.categories) as open) v on i.area = any (v.open)
    join service s on s.id = i.accountable_service_id
    left join account w on w.id = i.assigned_to
    where i.id = ${itemId}::uuid`
  return found?.item ?? null
}
