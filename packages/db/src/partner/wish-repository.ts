import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { Deed } from '../as-actor.ts'

/** Whether the person wants help for a partner, as it stands. */
export type Wish = { wish: PartnerWish; version: number; recordedAt: Date; recordedBy: string | null }

/** The wish of a case; null when nobody has recorded one, or when it is not open to the actor's service. */
export async function findWish({ tx, actor, now }: Deed, episodeId: string): Promise<Wish | null> {
  const [wish] = await tx.$queryRaw<Wish[]>`
    select w.wish, w.version, w.recorded_at as "recordedAt", a.display_name as "recordedBy"
    from case_part p join partner_wish w on w.episode_id = p.episode_id left join account a on a.id = w.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.categories)`
  return wish ?? null
}

/**
 * Writes the wish over the version that was seen, or as the first one when none was.
 *
 * @returns false when nothing was written: another wish stands now.
 */
export async function recordWish(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; version: number | null },
  wish: PartnerWish,
): Promise<boolean> {
  const changed =
    seen.version === null
      ? await tx.$executeRaw`
          insert into partner_wish (episode_id, wish, recorded_at, recorded_by)
          select p.episode_id, ${wish}, ${now}::timestamptz, ${actor.accountId}::uuid
          from case_part p
          where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${seen.episodeId}::uuid
            and p.until > ${now}::timestamptz and 'partner' = any (p.writes)
            and p.relation in ('own', 'accepted', 'closing')
          on conflict (episode_id) do nothing`
      : await tx.$executeRaw`
          update partner_wish w
          set wish = ${wish}, recorded_at = ${now}::timestamptz, recorded_by = ${actor.accountId}::uuid, version = w.version + 1
          from case_part p
          where w.episode_id = ${seen.episodeId}::uuid and w.version = ${seen.version}
            and p.episode_id = w.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
            and 'partner' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
