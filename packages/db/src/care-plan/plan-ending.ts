import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What closing a plan depends on, as far as the actor's service holds it. */
export type ClosingBasis = {
  planId: string
  version: number
  isOut: boolean
  criticalOpen: number
  /** The newest wish to close that nobody fulfilled; null when nobody wants to. */
  wish: { id: string; askedById: string; criticalOpen: number } | null
}

/** The open plan of a case that the actor's service holds, locked until the transaction ends; null when there is none. */
export async function findClosingBasis({ tx, actor, now }: Deed, episodeId: string): Promise<ClosingBasis | null> {
  const [basis] = await tx.$queryRaw<ClosingBasis[]>`
    select c.id as "planId", c.version, (e.released_at <= ${now}::timestamptz or e.ended_on is not null) is true as "isOut",
      (select count(*)::int from checklist_item i where i.care_plan_id = c.id and i.critical
        and i.status in ('open', 'in-progress')) as "criticalOpen",
      (select jsonb_build_object('id', h.id, 'askedById', h.asked_by, 'criticalOpen', h.critical_open)
        from care_plan_closing_wish h where h.care_plan_id = c.id
          and not exists (select 1 from care_plan_closing x where x.wish_id = h.id) order by h.asked_at desc, h.id desc limit 1) as wish
    from care_plan c
    join custody_episode e on e.id = c.episode_id
    join case_part p on p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing')
    where c.episode_id = ${episodeId}::uuid and c.closed_at is null
    for update of c`
  return basis ?? null
}

/** Writes down that somebody wants the plan closed. Returns the id of the wish. */
export async function recordClosingWish(
  { tx, actor, now }: Deed,
  wish: { planId: string; episodeId: string; criticalOpen: number; reason: string | null },
): Promise<string> {
  const id = newId()
  const { planId: carePlanId, ...rest } = wish
  await tx.carePlanClosingWish.createMany({
    data: [{ id, carePlanId, ...rest, askedAt: now, askedBy: actor.accountId }],
  })
  return id
}

/**
 * Closes the plan over the version that was seen, as the wish says.
 * @returns false when nothing was written: somebody changed or closed the plan meanwhile.
 */
export async function recordClosing(
  { tx, actor, now }: Deed,
  seen: { planId: string; episodeId: string; version: number },
  wish: { id: string; askedById: string; criticalOpen: number },
): Promise<boolean> {
  const closed = await tx.$executeRaw`
    update care_plan c set closed_at = ${now}::timestamptz, version = c.version + 1
    from case_part p
    where c.id = ${seen.planId}::uuid and c.version = ${seen.version} and c.closed_at is null
      and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing')`
  if (closed !== 1) return false
  await tx.carePlanClosing.createMany({
    data: [
      {
        wishId: wish.id,
        carePlanId: seen.planId,
        episodeId: seen.episodeId,
        criticalOpen: wish.criticalOpen,
        askedBy: wish.askedById,
        closedAt: now,
        closedBy: actor.accountId,
      },
    ],
  })
  return true
}

/** Opens the plan again that people had closed: the release was taken back, and the person is inside with everything still to do. */
export async function recordReopened({ tx, actor, now }: Deed, episodeId: string): Promise<void> {
  await tx.$executeRaw`
    update care_plan c set closed_at = null, version = c.version + 1
    from case_part p
    where c.id = (select l.id from care_plan l where l.episode_id = ${episodeId}::uuid
        and exists (select 1 from care_plan_closing x where x.care_plan_id = l.id) order by l.made_at desc, l.id desc limit 1)
      and not exists (select 1 from care_plan o where o.episode_id = ${episodeId}::uuid and o.closed_at is null)
      and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and p.relation in ('own', 'closing')`
}
