import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { LegalStatus } from '@throughcare/domain/release/release-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** How often the actor was denied this action in the last hour. */
export async function countDeniedLately({ tx }: Deed, action: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select app.denied_lately(${action}) as count`
  return row?.count ?? 0
}

/** A person named whole, and the custody that begins. */
export type ToTakeIn = {
  prisonNumber: string
  /** The words of the family name, folded. */
  familyWords: readonly string[]
  dateOfBirth: PlainDate
  legalStatus: LegalStatus
  backOn: PlainDate
  /** The start of that day in the prison's zone. */
  startsAt: Date
}

/**
 * Opens an episode in the actor's own prison for the one released person who is named, with the answers of their last case, on
 * which it is said that they are back inside. Null: nobody fits, and nothing was written.
 */
export async function recordTakenIn(
  { tx }: Deed,
  named: ToTakeIn,
): Promise<{ personId: string; episodeId: string; oldEpisodeId: string } | null> {
  const episodeId = newId()
  const [row] = await tx.$queryRaw<{ personId: string; oldEpisodeId: string }[]>`
    select person_id as "personId", old_episode_id as "oldEpisodeId"
    from app.take_back_in(${named.prisonNumber}, ${[...named.familyWords]}::text[], ${named.dateOfBirth}::date, ${episodeId}::uuid,
      ${newId()}::uuid, ${newId()}::uuid, ${newId()}::uuid, ${named.legalStatus}, ${named.backOn}::date, ${named.startsAt})`
  return row ? { ...row, episodeId } : null
}
