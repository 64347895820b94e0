import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordReleaseDates } from '@throughcare/db/custody-episode/custody-episode-repository'
import { tellParts } from '@throughcare/db/notice/tell-parts'
import { countDeniedLately, recordTakenIn } from '@throughcare/db/release/take-in-repository'
import { getZone, plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import { nameKey } from '@throughcare/domain/person/name-key'
import { type TakeInInput, WRONG_NAMINGS_PER_HOUR } from '@throughcare/domain/release/take-in-input'
import { AppError, invalidField } from '../app-error.ts'
import { makePlan } from '../care-plan/make-plan.ts'
import { perform } from '../perform.ts'

/** The episode that has begun. */
export type PersonTakenIn = { episodeId: string }

/**
 * Somebody whom another prison released is back inside, here (LIFECYCLE, `recalled`): a new episode of the same person, with a
 * plan of its own that begins with the old answers; the old case says so to everybody who has it, which stops its clock. They are
 * named by number, family name and date of birth together. Whether the number, the name, the day or the person is wrong, or
 * another prison still holds them, the answer is the same, and after ten such answers in an hour nothing is looked for.
 *
 * @throws AppError `not-found` when nobody fits | `too-many-attempts` | `invalid-input` for a day ahead
 */
export function takeInPerson(actor: Actor, input: TakeInInput): Promise<PersonTakenIn> {
  return perform(actor, 'release.take-in', input, async (deed) => {
    const { requestId, familyName, backOn, ...named } = input
    if ((await countDeniedLately(deed, 'release.take-in')) >= WRONG_NAMINGS_PER_HOUR)
      throw new AppError('too-many-attempts')
    const zone = getZone(actor.serviceTimeZone)
    if (backOn > plainDateIn(deed.now, zone)) throw invalidField('backOn', 'release.backOn.in-the-future')
    const familyWords = nameKey(familyName).split(' ')
    const taken = await recordTakenIn(deed, { ...named, backOn, familyWords, startsAt: startOfDay(backOn, zone) })
    if (!taken) throw new AppError('not-found')
    const { personId, episodeId, oldEpisodeId } = taken
    await tellParts(deed, oldEpisodeId, 'back-inside')
    const noDate = { episodeId, releaseDate: null, certainty: 'expected' } as const
    await recordReleaseDates(deed, [noDate], 'typed', null)
    await makePlan(deed, episodeId)
    await recordAudit(deed, {
      action: 'release.take-in',
      episodeIds: [oldEpisodeId, episodeId],
      personIds: [personId],
      fields: ['episode', 'outcome'],
      requestId,
    })
    return { episodeId }
  })
}
