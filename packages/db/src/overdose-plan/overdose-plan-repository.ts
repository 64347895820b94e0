import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { OverdosePlanAnswer } from '@throughcare/domain/overdose-plan/overdose-plan-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What was planned against an overdose, as it was said. */
export type OverdosePlanSaid = {
  answer: OverdosePlanAnswer
  seenAlone: boolean
  offeredOn: PlainDate
  notAlone: string | null
  goSlow: string | null
  naloxoneWith: string | null
  whoCalls: string | null
}
export type StoredOverdosePlan = OverdosePlanSaid & { version: number; recordedAt: string; recordedBy: string | null }

/** Every version of a case that is open to the actor's service, the newest first. */
export function findOverdosePlans({ tx, actor, now }: Deed, episodeId: string): Promise<StoredOverdosePlan[]> {
  return tx.$queryRaw<StoredOverdosePlan[]>`
    select o.version, o.answer, o.seen_alone as "seenAlone", o.offered_on::text as "offeredOn", o.not_alone as "notAlone",
      o.go_slow as "goSlow", o.naloxone_with as "naloxoneWith", o.who_calls as "whoCalls", app.utc(o.recorded_at) as "recordedAt",
      a.display_name as "recordedBy"
    from case_part p join overdose_plan o on o.episode_id = p.episode_id left join account a on a.id = o.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'naloxone' = any (p.categories)
    order by o.version desc`
}

/**
 * Writes the next version, unless somebody was faster.
 *
 * @returns false when another version than the one seen stands.
 */
export async function recordOverdosePlanSaid(
  deed: Deed,
  episodeId: string,
  seenVersion: number | null,
  { offeredOn, ...said }: OverdosePlanSaid,
): Promise<boolean> {
  const { tx, actor, now } = deed
  const [standing] = await findOverdosePlans(deed, episodeId)
  if ((standing?.version ?? null) !== seenVersion) return false
  const { count } = await tx.overdosePlan.createMany({
    data: [
      {
        ...said,
        offeredOn: stored(offeredOn),
        id: newId(),
        episodeId,
        version: (seenVersion ?? 0) + 1,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}
