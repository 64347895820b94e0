import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { PrescriptionStatus, ReachState } from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A prescription, written and not collected yet. */
export type PrescriptionToRecord = {
  from: PlainDate
  to: PlainDate
  collectedAtServiceId: string
  collectBy: PlainDate | null
  prescribedText: string
}

/** Adds a prescription. @throws SQLSTATE 23P01 when another one holds doses for one of its days. */
export async function recordNewPrescription(
  { tx, actor, now }: Deed,
  episodeId: string,
  { from, to, collectBy, ...said }: PrescriptionToRecord,
): Promise<string> {
  const id = newId()
  await tx.bridgingPrescription.createMany({
    data: [
      {
        ...said,
        fromDay: stored(from),
        toDay: stored(to),
        collectBy: stored(collectBy),
        id,
        episodeId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/**
 * Says what became of a prescription, over the version that was seen. Only one that was written and not collected yet.
 *
 * @returns false when nothing was written: another version stands now, or it was collected or cancelled.
 */
export async function recordPrescriptionStatus(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; prescriptionId: string; version: number },
  status: Exclude<PrescriptionStatus, 'written'>,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update bridging_prescription b
    set status = ${status}, status_at = ${now}::timestamptz, status_by = ${actor.accountId}::uuid, version = b.version + 1
    from case_part p
    where b.id = ${seen.prescriptionId}::uuid and b.episode_id = ${seen.episodeId}::uuid and b.version = ${seen.version}
      and b.status = 'written'
      and p.episode_id = b.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}

/**
 * Adds what is said now of doses planned for the gate, unless somebody was faster.
 *
 * @returns false when nothing was written: another statement stands now.
 */
export async function recordSupply(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; version: number },
  days: { from: PlainDate; to: PlainDate } | null,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into planned_supply (id, episode_id, version, from_day, to_day, recorded_at, recorded_by)
    select ${newId()}::uuid, p.episode_id, ${seen.version + 1}::int, ${days?.from ?? null}::date, ${days?.to ?? null}::date,
      ${now}::timestamptz, ${actor.accountId}::uuid
    from case_part p
    where p.episode_id = ${seen.episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')
      and ${seen.version}::int = coalesce((select max(u.version) from planned_supply u where u.episode_id = p.episode_id), 0)
    on conflict do nothing`
  return added === 1
}

/** The same for the way to the dosing point. */
export async function recordReach(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; version: number },
  { state, fromDay }: { state: ReachState; fromDay: PlainDate | null },
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into reachability (id, episode_id, version, state, from_day, recorded_at, recorded_by)
    select ${newId()}::uuid, p.episode_id, ${seen.version + 1}::int, ${state}, ${fromDay}::date, ${now}::timestamptz,
      ${actor.accountId}::uuid
    from case_part p
    where p.episode_id = ${seen.episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')
      and ${seen.version}::int = coalesce((select max(h.version) from reachability h where h.episode_id = p.episode_id), 0)
    on conflict do nothing`
  return added === 1
}
