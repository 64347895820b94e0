import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/**
 * Opens items again that another deed had finished and whose evidence is gone: the first dose was corrected away, so nobody
 * may believe that it was given (practice F10). Items that the actor's service may not write are left as they are.
 */
export async function reopenItems(
  { tx, actor, now }: Deed,
  episodeId: string,
  codes: readonly string[],
  requestId: string,
): Promise<void> {
  const reopened = await tx.$queryRaw<{ id: string; area: string }[]>`
    update checklist_item i
    set status = 'open', reason = null, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid,
      version = i.version + 1
    from care_plan c, case_part p
    where i.episode_id = ${episodeId}::uuid and i.code = any (${[...codes]}) and i.status = 'done'
      and c.id = i.care_plan_id and c.closed_at is null
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)
    returning i.id, i.area`
  if (reopened.length === 0) return
  await tx.checklistItemChange.createMany({
    data: reopened.map((item) => ({
      id: newId(),
      itemId: item.id,
      episodeId,
      area: item.area,
      fromStatus: 'done',
      toStatus: 'open',
      at: now,
      byAccount: actor.accountId,
      requestId,
    })),
  })
}
