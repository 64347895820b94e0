import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type Episode, findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import {
  findBirth,
  findExclusions,
  findHolidayPlace,
  type StoredExclusions,
} from '@throughcare/db/release/exclusion-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { WEEKEND } from '@throughcare/domain/calendar/working-days'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type EarlierRelease, earlierRelease, fridayRuleOf } from '@throughcare/domain/release/friday-rule'
import type { ReleaseOfCaseInput } from '@throughcare/domain/release/release-of-case-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

/** Whether the release may be brought forward, by which text, and what was answered. */
export type EarlierReleaseView = {
  earlier: EarlierRelease
  rule: { code: 'day-of-release-act-2023'; mark: 'S' } | null
  /** Null when nobody has been asked. */
  answers: StoredExclusions | null
}

/**
 * What the law of the prison's country says about a release before shut doors: a proposal beside the date.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getEarlierRelease(actor: Actor, { episodeId }: ReleaseOfCaseInput): Promise<EarlierReleaseView> {
  return asActor(actor, async (deed) => {
    const episode = await findHeldEpisode(deed, episodeId)
    if (!episode) throw new AppError('not-found')
    if (!mayDo(actor.role, 'release.earlier', episode.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')
    await recordAudit(deed, { action: 'release.earlier', episodeIds: [episodeId], personIds: [episode.personId] })
    return earlierReleaseOf(deed, episode)
  })
}

/** The same inside a deed, for whoever asks which earlier days the law allows (`earlierReleaseDays`). */
export async function earlierReleaseOf(deed: Deed, episode: Episode): Promise<EarlierReleaseView> {
  const place = await findHolidayPlace(deed)
  const hours = await findOpeningHours(deed, [deed.actor.serviceId])
  const answers = await findExclusions(deed, episode.episodeId)
  // The law is that of the prison that holds the person; for anybody else there is none here.
  const rule = place && episode.relation === 'own' ? fridayRuleOf(place) : null
  const earlier = earlierRelease(
    rule,
    {
      releaseDate: episode.releaseDate,
      legalStatus: episode.legalStatus,
      dateOfBirth: await findBirth(deed, episode.episodeId),
      reversion: answers?.reversion ?? null,
      answers: {
        hdc: answers?.hdc ?? 'unknown',
        indeterminate: answers?.indeterminate ?? 'unknown',
        'parole-board': answers?.paroleBoard ?? 'unknown',
        'under-28-days': answers?.under28Days ?? 'unknown',
      },
    },
    { weekend: WEEKEND, holidays: hours.get(deed.actor.serviceId)?.holidays ?? [] },
    plainDateIn(deed.now, getZone(episode.timeZone)),
  )
  return { earlier, rule: rule && { code: rule.code, mark: rule.mark }, answers }
}
