import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ExclusionAnswer } from '@throughcare/domain/release/friday-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** The answers of a case about an earlier release, as they stand. */
export type StoredExclusions = {
  version: number
  hdc: ExclusionAnswer
  indeterminate: ExclusionAnswer
  paroleBoard: ExclusionAnswer
  under28Days: ExclusionAnswer
  /** Why the release stays on its own day; null: nobody decided that it does. */
  reversion: string | null
}

/** What was answered last; null when nobody has been asked. For a service with a living part that opens the release. */
export async function findExclusions({ tx, actor, now }: Deed, episodeId: string): Promise<StoredExclusions | null> {
  const [row] = await tx.$queryRaw<StoredExclusions[]>`
    select x.version, x.hdc, x.indeterminate, x.parole_board as "paroleBoard", x.under_28_days as "under28Days", x.reversion
    from case_part p join release_exclusion x on x.episode_id = p.episode_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and 'release' = any (p.categories)
    order by x.version desc limit 1`
  return row ?? null
}

/**
 * Writes the next answers of a case, unless somebody was faster.
 *
 * @returns false when another version than the one seen stands.
 */
export async function recordExclusions(
  { tx, actor, now }: Deed,
  episodeId: string,
  seenVersion: number | null,
  answers: Omit<StoredExclusions, 'version'>,
): Promise<boolean> {
  const standing = await findExclusions({ tx, actor, now }, episodeId)
  if ((standing?.version ?? null) !== seenVersion) return false
  const { count } = await tx.releaseExclusion.createMany({
    data: [
      {
        ...answers,
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

/** The date of birth, by which the rule tells children from adults; null when it is not known or not open to the actor's service. */
export async function findBirth({ tx, actor, now }: Deed, episodeId: string): Promise<PlainDate | null> {
  const [row] = await tx.$queryRaw<{ born: PlainDate | null }[]>`
    select n.date_of_birth::text as born from case_part p join person n on n.id = p.person_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}
      and 'identity' = any (p.categories)`
  return row?.born ?? null
}

/** The country of the prison that the actor acts for, and the part of it whose holidays it keeps. */
export async function findHolidayPlace({
  tx,
  actor,
}: Deed): Promise<{ country: string; holidayRegion: string } | null> {
  const [row] = await tx.$queryRaw<{ country: string; holidayRegion: string }[]>`
    select s.country, a.holiday_region as "holidayRegion" from service s join area a on a.id = s.area_id
    where s.id = ${actor.serviceId}::uuid`
  return row ?? null
}
