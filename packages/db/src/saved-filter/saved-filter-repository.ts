import type { HandoffList } from '@throughcare/domain/handoff/handoff-filters'
import type { HandoffQuery } from '@throughcare/domain/saved-filter/saved-filter-input'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A kept filter. `query` is what was kept then: whoever reads it asks again whether it is one. */
export type StoredFilter = {
  id: string
  name: string
  query: unknown
  isShared: boolean
  isOwn: boolean
  keptBy: string
}

/**
 * The filters of a list that somebody is offered, by name: their own, and what is kept for everybody of their service. One
 * column of a statement; `$1` is the service.
 *
 * @param account the parameter that holds the reader's account
 */
export function keptFiltersSql(list: HandoffList, account: string): string {
  return `coalesce((
    select json_agg(json_build_object('id', f.id, 'name', f.name, 'query', f.query, 'isShared', f.is_shared,
      'isOwn', f.account_id = ${account}::uuid, 'keptBy', a.display_name) order by lower(f.name), f.id)
    from saved_filter f join account a on a.id = f.account_id
    where f.service_id = $1::uuid and f.list = '${list}' and f.removed_at is null
      and (f.is_shared or f.account_id = ${account}::uuid)
  ), '[]')`
}

/** One of the actor's service that they are offered; null otherwise. */
export async function findFilter(
  { tx, actor }: Deed<Actor>,
  filterId: string,
): Promise<{ isOwn: boolean; isShared: boolean } | null> {
  const [found] = await tx.$queryRaw<{ isOwn: boolean; isShared: boolean }[]>`
    select f.account_id = ${actor.accountId}::uuid as "isOwn", f.is_shared as "isShared" from saved_filter f
    where f.id = ${filterId}::uuid and f.service_id = ${actor.serviceId}::uuid and f.removed_at is null
      and (f.is_shared or f.account_id = ${actor.accountId}::uuid)`
  return found ?? null
}

/** Keeps a filter; null when the actor has one of this name for the list already. */
export async function recordFilter(
  { tx, actor, now }: Deed<Actor>,
  { query, name, isShared }: { query: HandoffQuery; name: string; isShared: boolean },
): Promise<string | null> {
  const id = newId()
  const written = await tx.$executeRaw`
    insert into saved_filter (id, service_id, account_id, list, name, query, is_shared, kept_at)
    values (${id}::uuid, ${actor.serviceId}::uuid, ${actor.accountId}::uuid, ${query.list}, ${name},
      ${JSON.stringify(query)}::jsonb, ${isShared}, ${now}::timestamptz)
    on conflict do nothing`
  return written === 1 ? id : null
}

/** Takes a filter off. What the actor may not take off stays, and false is the answer. */
export async function removeStoredFilter({ tx, actor, now }: Deed<Actor>, filterId: string): Promise<boolean> {
  const written = await tx.$executeRaw`
    update saved_filter set removed_at = ${now}::timestamptz, removed_by = ${actor.accountId}::uuid
    where id = ${filterId}::uuid and service_id = ${actor.serviceId}::uuid and removed_at is null
      and (account_id = ${actor.accountId}::uuid or (is_shared and ${actor.role} = 'manager'))`
  return written === 1
}

/** How many of their own the actor has for a list. */
export async function countOwnFilters({ tx, actor }: Deed<Actor>, list: HandoffList): Promise<number> {
  const [counted] = await tx.$queryRaw<{ filters: number }[]>`
    select count(*)::int as filters from saved_filter
    where service_id = ${actor.serviceId}::uuid and account_id = ${actor.accountId}::uuid and list = ${list} and removed_at is null`
  return counted?.filters ?? 0
}
