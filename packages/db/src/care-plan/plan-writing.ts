import type { Area } from '@throughcare/domain/checklist/areas'
import type { ItemStatus, OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import { SYSTEM_ACCOUNT_ID } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A plan to be opened; the items go with it to {@link recordItems}. */
export type NewPlan = { id: string; episodeId: string; ruleSet: string; releaseDateSeen: string | null }

/** An item that a rule asks for. `done` when a recorded fact has finished it already. */
export type NewItem = {
  carePlanId: string
  episodeId: string
  area: Area
  code: string
  accountableServiceId: string
  ownerSide: OwnerSide
  dueOffsetMinutes: number
  dueAt: Date | null
  critical: boolean
  blockedBy: readonly string[]
  status: 'open' | 'done'
}

/** What the rules do to one item that stands: a new status, a new due time, or both. */
export type ItemMove = {
  id: string
  episodeId: string
  area: Area
  version: number
  from: ItemStatus
  to: ItemStatus
  /** Codes of facts, for an item that is retired. */
  reason: string | null
  /** Null: the item has no due time now. */
  dueAt: Date | null
  /** Whether the release date moved the due time, so that the page can say from when to when. */
  isMovedByDate: boolean
}

/**
 * Opens plans. A case that got one meanwhile keeps that one.
 *
 * @returns the ids of the plans that were opened.
 */
export async function recordPlans({ tx, actor, now }: Deed, plans: readonly NewPlan[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into care_plan (id, episode_id, rule_set, made_at, release_date_seen)
    select r.id, r."episodeId", r."ruleSet", ${now}::timestamptz, r."releaseDateSeen"
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb)
      as r (id uuid, "episodeId" uuid, "ruleSet" text, "releaseDateSeen" date)
    join case_part p on p.episode_id = r."episodeId" and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing')
    on conflict (episode_id) where closed_at is null do nothing
    returning id`
  return new Set(rows.map((row) => row.id))
}

/**
 * Adds items and the first line of each one's history. What a rule did stands under the system's name, so that a rule may
 * take it back and a person's word is never overruled.
 */
export async function recordItems(
  { tx, now }: Deed,
  items: readonly NewItem[],
  requestId: string | null,
): Promise<void> {
  if (items.length === 0) return
  const rows = JSON.stringify(
    items.map((item) => ({ ...item, id: newId(now.getTime()), changeId: newId(now.getTime()) })),
  )
  await tx.$executeRaw`
    insert into checklist_item (id, care_plan_id, episode_id, area, code, accountable_service_id, owner_side, due_offset_minutes,
      due_at, critical, blocked_by, status, status_at, status_by)
    select r.id, r."carePlanId", r."episodeId", r.area, r.code, r."accountableServiceId", r."ownerSide", r."dueOffsetMinutes",
      r."dueAt", r.critical, array(select jsonb_array_elements_text(r."blockedBy")), r.status,
      case when r.status = 'done' then ${now}::timestamptz end, case when r.status = 'done' then ${SYSTEM_ACCOUNT_ID}::uuid end
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "carePlanId" uuid, "episodeId" uuid, area text, code text,
      "accountableServiceId" uuid, "ownerSide" text, "dueOffsetMinutes" int, "dueAt" timestamptz, critical boolean,
      "blockedBy" jsonb, status text)`
  await tx.$executeRaw`
    insert into checklist_item_change (id, item_id, episode_id, area, from_status, to_status, at, by_account, request_id)
    select r."changeId", r.id, r."episodeId", r.area, null, r.status, ${now}::timestamptz, ${SYSTEM_ACCOUNT_ID}::uuid, ${requestId}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "changeId" uuid, "episodeId" uuid, area text, status text)`
}

/**
 * Does to standing items what the rules decided, and writes a line of history where the status changed. The items were
 * locked when they were read (lockPlans), and the version is asked for all the same.
 *
 * @returns how many items were changed.
 */
export async function recordItemMoves(
  deed: Deed,
  moves: readonly ItemMove[],
  requestId: string | null,
): Promise<number> {
  let changed = 0
  for (let first = 0; first < moves.length; first += MOVES_AT_ONCE)
    changed += await recordSomeMoves(deed, moves.slice(first, first + MOVES_AT_ONCE))
  await recordMoveHistory(
    deed,
    moves.filter((move) => move.from !== move.to),
    requestId,
  )
  return changed
}

/** PostgreSQL guesses the size of a JSON list and joins it row by row: short lists keep that harmless. */
const MOVES_AT_ONCE = 500

function recordSomeMoves({ tx, actor, now }: Deed, moves: readonly ItemMove[]): Promise<number> {
  return tx.$executeRaw`
    update checklist_item i
    set status = r."to", version = i.version + 1, due_at = r."dueAt",
      reason = case when r."to" = r."from" then i.reason else r.reason end,
      status_at = case when r."to" = r."from" then i.status_at else ${now}::timestamptz end,
      status_by = case when r."to" = r."from" then i.status_by else ${SYSTEM_ACCOUNT_ID}::uuid end,
      due_before = case when r."isMovedByDate" then i.due_at else i.due_before end,
      due_moved_at = case when r."isMovedByDate" then ${now}::timestamptz else i.due_moved_at end
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as r (id uuid, version int, "from" text, "to" text, reason text,
      "dueAt" timestamptz, "isMovedByDate" boolean), case_part p
    where i.id = any (${moves.map((move) => move.id)}::uuid[]) and i.id = r.id and i.version = r.version and i.status = r."from"
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)`
}

async function recordMoveHistory(
  { tx, now }: Deed,
  moves: readonly ItemMove[],
  requestId: string | null,
): Promise<void> {
  if (moves.length === 0) return
  const rows = JSON.stringify(moves.map((move) => ({ ...move, changeId: newId(now.getTime()) })))
  await tx.$executeRaw`
    insert into checklist_item_change (id, item_id, episode_id, area, from_status, to_status, reason, at, by_account, request_id)
    select r."changeId", r.id, r."episodeId", r.area, r."from", r."to", r.reason, ${now}::timestamptz,
      ${SYSTEM_ACCOUNT_ID}::uuid, ${requestId}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, "changeId" uuid, "episodeId" uuid, area text, "from" text, "to" text,
      reason text)`
}

/** What the release date was before the due times last followed it, and since when. Codes and dates, no text. */
export type DateNote = {
  at: string
  from: { releaseDate: string | null }
  to: { releaseDate: string | null; releaseCertainty: string; releasedAt: string | null }
}

/** Marks plans as counted from their release date of now; `note` says what moved, null where only the facts changed. */
export async function recordCounted(
  { tx, actor, now }: Deed,
  plans: readonly { id: string; releaseDateSeen: string | null; note: DateNote | null }[],
): Promise<void> {
  if (plans.length === 0) return
  await tx.$executeRaw`
    update care_plan c
    set release_date_seen = r."releaseDateSeen", change_note = coalesce(nullif(r.note, 'null'::jsonb), c.change_note),
      version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as r (id uuid, "releaseDateSeen" date, note jsonb), case_part p
    where c.id = r.id and c.closed_at is null and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and p.relation in ('own', 'accepted', 'closing')`
}
