import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { KitHolder, KitState, KitUseOutcome } from '@throughcare/domain/naloxone/kit-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What is said of a kit. */
export type KitToRecord = {
  holder: KitHolder
  product: string | null
  lot: string | null
  expiresOn: PlainDate | null
  state: KitState
  handedAt: Date | null
  goneAt: Date | null
  dosesUsed: number | null
  usedOutcome: KitUseOutcome | null
  replacesId: string | null
  trained: boolean | null
  trainedOn: PlainDate | null
}

/** A kit as it stands. */
export type Kit = KitToRecord & {
  id: string
  leftAt: Date | null
  version: number
  recordedAt: Date
  recordedBy: string | null
}

/** Every kit of a case that is open to the actor's service, the one recorded last first. */
export function findKits({ tx, actor, now }: Deed, episodeId: string): Promise<Kit[]> {
  return tx.$queryRaw<Kit[]>`
    select k.id, k.holder, k.product, k.lot, k.expires_on::text as "expiresOn", k.state, k.handed_at as "handedAt",
      k.left_at as "leftAt", k.gone_at as "goneAt", k.doses_used as "dosesUsed", k.used_outcome as "usedOutcome",
      k.replaces_id as "replacesId", k.trained, k.trained_on::text as "trainedOn", k.version, k.recorded_at as "recordedAt",
      a.display_name as "recordedBy"
    from case_part p join naloxone_kit k on k.episode_id = p.episode_id left join account a on a.id = k.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'naloxone' = any (p.categories)
    order by k.recorded_at desc, k.id desc`
}

/** Adds a kit. A kit that lies in prison while the person is out is marked as left there. */
export async function recordNewKit({ tx, actor, now }: Deed, episodeId: string, kit: KitToRecord): Promise<string> {
  const id = newId()
  const { expiresOn, trainedOn, ...rest } = kit
  await tx.naloxoneKit.createMany({
    data: [
      {
        ...rest,
        expiresOn: stored(expiresOn),
        trainedOn: stored(trainedOn),
        leftAt: kit.state === 'left-in-prison' ? now : null,
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
 * Writes what is said of a kit now over the version that was seen. That it was once left in prison stays, whatever becomes of it.
 *
 * @param seen.wasLeft it lay in prison until now although the person is out
 * @returns false when nothing was written: another version stands now.
 */
export async function recordKitChange(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; kitId: string; version: number; wasLeft: boolean },
  kit: KitToRecord,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update naloxone_kit k
    set holder = ${kit.holder}, product = ${kit.product}, lot = ${kit.lot}, expires_on = ${kit.expiresOn}::date,
      state = ${kit.state}, handed_at = ${kit.handedAt}::timestamptz, gone_at = ${kit.goneAt}::timestamptz,
      doses_used = ${kit.dosesUsed}::int, used_outcome = ${kit.usedOutcome}, replaces_id = ${kit.replacesId}::uuid,
      trained = ${kit.trained}::boolean, trained_on = ${kit.trainedOn}::date,
      left_at = coalesce(k.left_at, case when ${seen.wasLeft || kit.state === 'left-in-prison'} then ${now}::timestamptz end),
      recorded_at = ${now}::timestamptz, recorded_by = ${actor.accountId}::uuid, version = k.version + 1
    from case_part p
    where k.id = ${seen.kitId}::uuid and k.episode_id = ${seen.episodeId}::uuid and k.version = ${seen.version}
      and p.episode_id = k.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'naloxone' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
