import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Medicine } from '@throughcare/domain/medication/medication-codes'
import type { AroundGoal, Goal, Setting } from '@throughcare/domain/what-helps/what-helps-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What was said in one asking. */
export type WhatHelpsSaid = {
  askedOn: PlainDate
  goal: Goal
  aroundWant: AroundGoal
  helps: string[]
  pulls: string[]
  strengths: string[]
  lastTime: string | null
  preferredMedicine: Medicine | null
  preferredNotMet: string | null
}
export type StoredRound = WhatHelpsSaid & {
  version: number
  setting: Setting
  recordedAt: string
  recordedBy: string | null
}

/** Every round of a case that is open to the actor's service, the newest first. */
export function findRounds({ tx, actor, now }: Deed, episodeId: string): Promise<StoredRound[]> {
  return tx.$queryRaw<StoredRound[]>`
    select w.version, w.setting, w.asked_on::text as "askedOn", w.goal, w.around_want as "aroundWant", w.helps, w.pulls, w.strengths,
      w.last_time as "lastTime", w.preferred_medicine as "preferredMedicine", w.preferred_not_met as "preferredNotMet",
      app.utc(w.recorded_at) as "recordedAt", a.display_name as "recordedBy"
    from case_part p join what_helps w on w.episode_id = p.episode_id left join account a on a.id = w.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'health' = any (p.categories)
    order by w.version desc`
}

/**
 * Writes the next round, unless somebody was faster.
 *
 * @returns false when another round than the one seen is the last.
 */
export async function recordRound(
  deed: Deed,
  episodeId: string,
  seenVersion: number | null,
  { askedOn, ...said }: WhatHelpsSaid & { setting: Setting },
): Promise<boolean> {
  const { tx, actor, now } = deed
  const [last] = await findRounds(deed, episodeId)
  if ((last?.version ?? null) !== seenVersion) return false
  const { count } = await tx.whatHelps.createMany({
    data: [
      {
        ...said,
        askedOn: stored(askedOn),
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
