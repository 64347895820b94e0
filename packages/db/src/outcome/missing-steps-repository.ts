import type { Area } from '@throughcare/domain/checklist/areas'
import type { DueMissingStep } from '@throughcare/domain/country-pack/did-not-arrive'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** Where the steps stand, and who does them. */
export type MissingStepsOf = { carePlanId: string; episodeId: string; area: Area; accountableServiceId: string }

/**
 * Puts the steps of looking for somebody on the plan: new ones, and again those that were finished when they were missing before. A
 * step that somebody is at stays as it is, whichever service it is with: one person is looked for once.
 *
 * @returns the codes that are work now
 */
export async function recordMissingSteps(
  { tx, actor, now }: Deed,
  { carePlanId, episodeId, area, accountableServiceId }: MissingStepsOf,
  steps: readonly DueMissingStep[],
  requestId: string,
): Promise<string[]> {
  const rows = JSON.stringify(steps.map((step) => ({ ...step, id: newId() })))
  const items = await tx.$queryRaw<{ id: string; code: string; area: Area; from: string | null }[]>`
    with asked as (
      select r.id, r.code, r.critical, r."dueAt" as due_at
      from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, code text, critical boolean, "dueAt" timestamptz)
    ), again as (
      select i.id, i.status from checklist_item i join asked on asked.code = i.code
      join case_part p on p.episode_id = i.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
        and p.relation in ('own', 'accepted', 'closing') and i.area = any (p.writes)
      where i.care_plan_id = ${carePlanId}::uuid and i.status in ('done', 'not-needed', 'declined', 'retired') for update of i
    ), reopened as (
      update checklist_item i set status = 'open', reason = null, due_at = asked.due_at, due_override_at = null,
        status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid, version = i.version + 1
      from again, asked where i.id = again.id and asked.code = i.code
      returning i.id, i.code, i.area, again.status as "from"
    ), added as (
      insert into checklist_item (id, care_plan_id, episode_id, area, code, accountable_service_id, owner_side, due_at, critical, status)
      select asked.id, ${carePlanId}::uuid, ${episodeId}::uuid, ${area}, asked.code, ${accountableServiceId}::uuid, 'community',
        asked.due_at, asked.critical, 'open'
      from asked
      on conflict (care_plan_id, code) do nothing
      returning id, code, area, null::text as "from"
    )
    select * from reopened union all select * from added`
  await tx.checklistItemChange.createMany({
    data: items.map((item) => ({
      id: newId(),
      itemId: item.id,
      episodeId,
      area: item.area,
      fromStatus: item.from,
      toStatus: 'open',
      at: now,
      byAccount: actor.accountId,
      requestId,
    })),
  })
  return items.map(({ code }) => code)
}
