import type { OwnerSide } from '@throughcare/domain/checklist/item-statuses'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What a newer rule says of an item that stays on the plan. */
export type RewrittenRow = {
  code: string
  ownerSide: OwnerSide
  critical: boolean
  blockedBy: readonly string[]
  dueOffsetMinutes: number
  accountableServiceId: string
}

/**
 * Gives the plan another version of its rules and keeps who did it, over the version that was seen.
 * @returns false when nothing was written: the plan was changed, renewed or closed meanwhile.
 */
export async function recordRenewal(
  { tx, actor, now }: Deed,
  seen: { planId: string; episodeId: string; version: number; ruleSet: string },
  ruleSet: string,
  requestId: string,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update care_plan c set rule_set = ${ruleSet}, version = c.version + 1
    from case_part p
    where c.id = ${seen.planId}::uuid and c.version = ${seen.version} and c.rule_set = ${seen.ruleSet} and c.closed_at is null
      and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing')`
  if (changed !== 1) return false
  await tx.carePlanRenewal.createMany({
    data: [
      {
        id: newId(),
        carePlanId: seen.planId,
        episodeId: seen.episodeId,
        fromRuleSet: seen.ruleSet,
        toRuleSet: ruleSet,
        renewedAt: now,
        renewedBy: actor.accountId,
        requestId,
      },
    ],
  })
  return true
}

/** Writes what the newer rules say of items that stay. Finished and declined ones were done by the rules of their time. */
export async function recordRewritten(
  { tx, actor, now }: Deed,
  planId: string,
  rows: readonly RewrittenRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    update checklist_item i
    set owner_side = r."ownerSide", critical = r.critical, due_offset_minutes = r."dueOffsetMinutes",
      blocked_by = array(select jsonb_array_elements_text(r."blockedBy")), accountable_service_id = r."accountableServiceId",
      version = i.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, "ownerSide" text, critical boolean,
      "dueOffsetMinutes" int, "blockedBy" jsonb, "accountableServiceId" uuid), case_part p
    where i.care_plan_id = ${planId}::uuid and i.code = r.code and i.status in ('open', 'in-progress')
      and p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing') and i.area = any (p.writes)`
}
