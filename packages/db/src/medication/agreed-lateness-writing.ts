import type { ClockTime } from '@throughcare/domain/calendar/zone'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/**
 * Adds up to when a dosing point waits for the person of a case, unless somebody was faster.
 *
 * @returns false when nothing was written: another statement stands now.
 */
export async function recordAgreedLateness(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; dosingServiceId: string; version: number },
  until: ClockTime | null,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into agreed_lateness (id, episode_id, dosing_service_id, version, until, recorded_at, recorded_by)
    select ${newId()}::uuid, p.episode_id, ${seen.dosingServiceId}::uuid, ${seen.version + 1}::int, ${until}, ${now}::timestamptz,
      ${actor.accountId}::uuid
    from case_part p
    where p.episode_id = ${seen.episodeId}::uuid and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')
      and ${seen.version}::int = coalesce((select max(l.version) from agreed_lateness l
        where l.episode_id = p.episode_id and l.dosing_service_id = ${seen.dosingServiceId}::uuid), 0)
    on conflict do nothing`
  return added === 1
}
