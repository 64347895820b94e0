import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { PlanEnd, StaleReason, WayCode } from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { PlanBasis } from '@throughcare/domain/cover-plan/plan-standing'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'

/** What is agreed against a gap. */
export type CoverPlanToRecord = {
  way: WayCode
  gapFrom: PlainDate
  gapTo: PlainDate
  remainingGapDays: number
  /** The days on which the way is done. */
  wayDays: readonly PlainDate[]
  /** The facts on which it stands. */
  basis: PlanBasis
  byServiceId: string
  byName: string
  byDay: PlainDate
}

/** The plan that was on the screen. */
export type SeenCoverPlan = { episodeId: string; planId: string; version: number }

/**
 * Adds a cover plan where none lives.
 *
 * @returns its id; null when nothing was written: a plan lives there.
 */
export async function recordCoverPlan(
  { tx, actor, now }: Deed,
  episodeId: string,
  plan: CoverPlanToRecord,
): Promise<string | null> {
  const id = newId()
  const added = await tx.$executeRaw`
    insert into cover_plan (id, episode_id, way, gap_from, gap_to, remaining_gap_days, by_service_id, by_name, by_day, decided_at,
      decided_by, way_days, stood_on_release, stood_on_treatment_id, stood_on_dosing_service_id, stood_on_prescriptions)
    select ${id}::uuid, p.episode_id, ${plan.way}, ${plan.gapFrom}::date, ${plan.gapTo}::date, ${plan.remainingGapDays}::int,
      ${plan.byServiceId}::uuid, ${plan.byName}, ${plan.byDay}::date, ${now}::timestamptz, ${actor.accountId}::uuid,
      ${[...plan.wayDays]}::date[], ${plan.basis.releaseOn}::date, ${plan.basis.treatmentId}::uuid, ${plan.basis.dosingServiceId}::uuid,
      ${[...plan.basis.prescriptionIds]}::uuid[]
    from case_part p
    where p.episode_id = ${episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')
    on conflict do nothing`
  return added === 1 ? id : null
}

/** Writes a prescriber's signature under the plan that was seen; false when another version stands now, or it has ended. */
export function recordSignature(
  deed: Deed,
  seen: SeenCoverPlan,
  { signedName, signedOn }: { signedName: string; signedOn: PlainDate },
): Promise<boolean> {
  return changePlan(
    deed,
    seen,
    Prisma.sql`signed_name = ${signedName}, signed_on = ${signedOn}::date, signed_at = ${deed.now}::timestamptz,
      signed_by = ${deed.actor.accountId}::uuid`,
  )
}

/** Ends the plan that was seen; false when another version stands now, or it has ended. */
export function recordPlanEnd(deed: Deed, seen: SeenCoverPlan, because: PlanEnd): Promise<boolean> {
  return changePlan(
    deed,
    seen,
    Prisma.sql`ended_at = ${deed.now}::timestamptz, ended_by = ${deed.actor.accountId}::uuid, ended_because = ${because}`,
  )
}

/** Marks the plan as needing another look, once; false when another version stands now, it has ended, or it is marked already. */
export function recordPlanStale(deed: Deed, seen: SeenCoverPlan, because: StaleReason): Promise<boolean> {
  return changePlan(deed, seen, Prisma.sql`stale_at = ${deed.now}::timestamptz, stale_because = ${because}`)
}

async function changePlan(
  { tx, actor, now }: Deed,
  { episodeId, planId, version }: SeenCoverPlan,
  set: Prisma.Sql,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update cover_plan c set ${set}, version = c.version + 1
    from case_part p
    where c.id = ${planId}::uuid and c.episode_id = ${episodeId}::uuid and c.version = ${version} and c.ended_at is null
      and p.episode_id = c.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
