import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { recordEdit } from './item-work-repository.ts'

/** An item that was in somebody's name, and whose case it is of; `circle`: who at the service may know of it, null for everybody. */
export type PutBack = { itemId: string; episodeId: string; personId: string; area: string; circle: string[] | null }

/**
 * Takes every item that is still to be done at the acting service out of this account's name, each with its line of history: nobody
 * waits for somebody who works there no more. What is finished keeps the name.
 */
export async function recordItemsPutBack(
  deed: Deed<SystemActor>,
  accountId: string,
  requestId: string,
): Promise<PutBack[]> {
  const { tx, actor, now } = deed
  const back = await tx.$queryRaw<PutBack[]>`
    update checklist_item i set assigned_to = null, version = i.version + 1
    from case_part p
    where i.assigned_to = ${accountId}::uuid and i.status in ('open', 'in-progress')
      and i.accountable_service_id = ${actor.serviceId}::uuid
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)
    returning i.id as "itemId", i.episode_id as "episodeId", p.person_id as "personId", i.area, p.circle`
  for (const { itemId, episodeId, area } of back)
    await recordEdit(
      deed,
      { itemId, episodeId, area },
      { field: 'assigned-to', oldValue: accountId, newValue: null, reason: null },
      requestId,
    )
  return back
}
