import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findHeldEpisode,
  recordDateMoved,
  recordReleaseDates,
} from '@throughcare/db/custody-episode/custody-episode-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { releaseDateFault } from '@throughcare/domain/custody-episode/custody-days'
import type { ChangeReleaseDateInput } from '@throughcare/domain/release/change-release-date-input'
import { decideReleaseDateChange, type ReleaseDateEffect } from '@throughcare/domain/release/release-date-change'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField, refused } from '../app-error.ts'
import { moveDueTimes } from '../care-plan/move-due-times.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { tightenDeadlines } from '../handoff/tighten-deadlines.ts'
import { perform } from '../perform.ts'

/** What became of the date; `effects` is empty when it was the same already and nothing was written. */
export type ReleaseDateChanged = { version: number; effects: ReleaseDateEffect[]; daysMoved: number | null }

/**
 * The release date moved, appeared, went away or became more or less certain. What hangs on it moves in the same transaction:
 * the due times of the plan, and the deadlines of handoffs, which only ever tighten.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` | `refused` with
 *   `release.already-recorded`, `release.before-admission` or `release.confirmed-without-date`
 */
export function changeReleaseDate(actor: Actor, input: ChangeReleaseDateInput): Promise<ReleaseDateChanged> {
  return perform(actor, 'release.change-date', input, async (deed) => {
    const { episodeId, seenVersion, releaseDate, certainty, reason, requestId } = input
    const episode = await getHeldEpisode(deed, { episodeId, seenVersion })
    const zone = getZone(episode.timeZone)
    const today = plainDateIn(deed.now, zone)

    const next = { releaseDate, certainty }
    const decision = decideReleaseDateChange(episode, next, today)
    if (!decision.ok) throw refused(decision.refusal)
    if (!mayDo(actor.role, 'release.change-date', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    const fault = releaseDateFault({ date: releaseDate, certainty }, episode.admittedOn, today)
    if (fault) throw invalidField('releaseDate', `release.releaseDate.${fault}`)
    const touched = { action: 'release.change-date', episodeIds: [episodeId], personIds: [episode.personId], requestId }
    if (decision.change.kind === 'same') {
      await recordAudit(deed, touched)
      return { version: seenVersion, effects: [], daysMoved: null }
    }

    if (!(await recordDateMoved(deed, { episodeId, version: seenVersion }, next))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    await recordReleaseDates(deed, [{ episodeId, ...next }], 'typed', reason)
    await moveDueTimes(deed, episodeId, requestId)
    await tightenDeadlines(deed, episodeId)
    await recordAudit(deed, { ...touched, fields: ['releaseDate', 'certainty'] })
    return { version: seenVersion + 1, effects: decision.change.effects, daysMoved: decision.change.daysMoved }
  })
}
