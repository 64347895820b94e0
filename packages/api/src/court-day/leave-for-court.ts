import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordLeaving } from '@throughcare/db/court-day/court-day-repository'
import { findPack } from '@throughcare/db/minimum-pack/pack-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { LeaveForCourtInput } from '@throughcare/domain/court-day/court-day-inputs'
import { decideLeaving, missingBeforeTheVan } from '@throughcare/domain/court-day/decide-leaving'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

/** The tick, and what was not in the hand when the van left. */
export type LeftForCourt = { courtDayId: string; missing: ReturnType<typeof missingBeforeTheVan> }

/**
 * This person leaves for court: the kit and the letter go in the hand before the van, and the last dose is confirmed. What
 * is missing is kept and said; the van does not wait for it.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `court-day.already-out` or `court-day.released`
 */
export function leaveForCourt(actor: Actor, input: LeaveForCourtInput): Promise<LeftForCourt> {
  return perform(actor, 'court-day.tick', input, async (deed) => {
    const { episodeId, requestId, going: _leaves, ...had } = input
    const part = await getPart(deed, episodeId, 'court-day.tick')
    const stored = await findPack(deed, episodeId)
    if (!stored) throw new AppError('not-found')
    const decision = decideLeaving({ isOutAtCourt: stored.atCourt !== null, isReleased: stored.releasedAt !== null })
    if (!decision.ok) throw refused(decision.refusal)
    const day = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const courtDayId = await recordLeaving(deed, { episodeId, day, ...had })
    if (!courtDayId) throw refused('court-day.already-out')
    await recordAudit(deed, {
      action: 'court-day.tick',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(had),
      requestId,
    })
    return { courtDayId, missing: missingBeforeTheVan(had) }
  })
}
