import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import {
  type Episode,
  findHeldEpisode,
  findLastDateChange,
} from '@throughcare/db/custody-episode/custody-episode-repository'
import { AppError, refused } from '../app-error.ts'

/**
 * The episode as it stands, if the actor's prison holds it and the page that was pressed showed this version of it.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `refused` with `custody-episode.stopped` when the person died or was taken out
 *   of the country
 */
export async function getHeldEpisode(
  deed: Deed<Actor>,
  seen: { episodeId: string; seenVersion: number },
): Promise<Episode> {
  const episode = await findHeldEpisode(deed, seen.episodeId)
  if (!episode) throw new AppError('not-found')
  if (episode.isStopped) throw refused('custody-episode.stopped')
  if (episode.version !== seen.seenVersion) throw await episodeChangedMeanwhile(deed, episode, seen.seenVersion)
  return episode
}

/** The refusal that shows what stands in the record now, who put it there and when. */
export async function episodeChangedMeanwhile(
  deed: Deed<Actor>,
  current: Episode,
  seenVersion: number,
): Promise<AppError> {
  const last = await findLastDateChange(deed, current.episodeId)
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        version: current.version,
        releaseDate: current.releaseDate,
        certainty: current.certainty,
        releasedAt: current.releasedAt?.toISOString() ?? null,
        releaseKind: current.releaseKind,
      },
      changedBy: last?.changedBy ?? null,
      changedAt: last?.changedAt.toISOString() ?? null,
    },
  })
}
