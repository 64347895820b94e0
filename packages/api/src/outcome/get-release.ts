import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findRelease, type StoredRelease } from '@throughcare/db/outcome/release-repository'
import { AppError } from '../app-error.ts'
import { type ShownClock, shownClock } from '../handoff/shown-clock.ts'

/**
 * The release of a case and its clock.
 *
 * @throws AppError `not-found`
 */
export async function getRelease(
  deed: Deed<Actor>,
  episodeId: string,
): Promise<{ release: StoredRelease; clock: ShownClock }> {
  const release = await findRelease(deed, episodeId)
  if (!release) throw new AppError('not-found')
  return { release, clock: shownClock(release, deed.now) }
}

/** Nobody can be missing who is not expected out before tomorrow. On the day itself somebody may be, before noon as well. */
export function isStillInside(clock: ShownClock): boolean {
  return clock.kind === 'not-released' && (clock.daysToRelease === null || clock.daysToRelease > 0)
}
