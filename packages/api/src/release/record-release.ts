import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldEpisode, recordReleased } from '@throughcare/db/custody-episode/custody-episode-repository'
import { recordItemsTurned, recordReleasePress } from '@throughcare/db/release/release-record-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { getZone } from '@throughcare/domain/calendar/zone'
import type { Area } from '@throughcare/domain/checklist/areas'
import { decideRelease } from '@throughcare/domain/release/decide-release'
import { endOfFirstHours } from '@throughcare/domain/release/hours-since-release'
import type { RecordReleaseInput } from '@throughcare/domain/release/record-release-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { moveDueTimes } from '../care-plan/move-due-times.ts'
import { episodeChangedMeanwhile, getHeldEpisode } from '../custody-episode/get-held-episode.ts'
import { tightenDeadlines } from '../handoff/tighten-deadlines.ts'
import { perform } from '../perform.ts'
import { readyAtRelease } from './ready-at-release.ts'
import { sendEmergencyHandoffs } from './send-emergency.ts'

/** The episode's new version, and what the press did. Instants as ISO 8601 in UTC. */
export type ReleaseRecorded = {
  version: number
  firstHoursEndAt: string
  /** Emergency handoffs that went out. */
  sent: number
  /** Areas in which work is open and that no service takes: the prison stays accountable and has to ring. */
  nobody: Area[]
}

/**
 * The person went through the gate. Ends the custody episode and starts the 48 elapsed hours at the stated instant, and in
 * the same transaction: what is due from release is counted from it anew, what the prison had left open becomes the
 * community's, areas that nobody has go out as emergency handoffs, and those that nobody has acknowledged get at most four hours.
 * Whether the plan was ready is kept with the record: it is known at the gate and never again.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `release.already-recorded`,
 *   `release.in-the-future` or `release.before-admission`
 */
export function recordRelease(actor: Actor, input: RecordReleaseInput): Promise<ReleaseRecorded> {
  return perform(actor, 'release.record', input, async (deed) => {
    const { episodeId, seenVersion, releasedAt, learnedAt, kind, requestId } = input
    const episode = await getHeldEpisode(deed, { episodeId, seenVersion })
    const zone = getZone(episode.timeZone)

    const decision = decideRelease({ ...episode, zone }, { releasedAt, learnedAt }, deed.now)
    if (!decision.ok) throw refused(decision.refusal)
    if (!mayDo(actor.role, 'release.record', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')

    const ready = await readyAtRelease(deed, episodeId)
    const release = { releasedAt, learnedAt, kind, releaseDay: decision.releaseDay }
    if (!(await recordReleased(deed, { episodeId, version: seenVersion }, release))) {
      const current = await findHeldEpisode(deed, episodeId)
      throw current ? await episodeChangedMeanwhile(deed, current, seenVersion) : new AppError('not-found')
    }
    await moveDueTimes(deed, episodeId, requestId)
    const { turned, openAreas } = await recordItemsTurned(deed, episodeId)
    const { handoffIds, nobody } = await sendEmergencyHandoffs(deed, episodeId, openAreas, requestId)
    await tightenDeadlines(deed, episodeId)
    await recordReleasePress(deed, {
      episodeId,
      releasedAt,
      learnedAt,
      kind,
      turnedItems: turned,
      sentHandoffs: handoffIds,
      ...ready,
      requestId,
    })
    await recordAudit(deed, {
      action: 'release.record',
      episodeIds: [episodeId],
      personIds: [episode.personId],
      fields: ['releasedAt', 'learnedAt', 'kind'],
      requestId,
    })
    return {
      version: seenVersion + 1,
      firstHoursEndAt: endOfFirstHours(releasedAt).toISOString(),
      sent: handoffIds.length,
      nobody,
    }
  })
}
