import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type CircleCandidate,
  findCandidates,
  findRestriction,
  type StoredRestriction,
} from '@throughcare/db/restriction/restriction-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RestrictionOfCaseInput } from '@throughcare/domain/restriction/restriction-inputs'
import { getPart, mayOn } from '../care-plan/get-part.ts'

export type RestrictionView = {
  episodeId: string
  restriction: StoredRestriction | null
  /** Whoever may change the circle chooses from these; empty for everybody else. */
  candidates: CircleCandidate[]
  today: PlainDate
  may: { set: boolean; change: boolean; lift: boolean }
}

/**
 * Is the record restricted, why, and to whom? Only those in the circle come as far as this; to the others there is no such case.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getRestriction(
  actor: Actor,
  { episodeId, alsoServiceId }: RestrictionOfCaseInput,
): Promise<RestrictionView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'restriction.by-episode', 'identity')
    const restriction = await findRestriction(deed, episodeId)
    const may = {
      set: restriction === null && mayOn(actor, 'restriction.set', part),
      change: restriction !== null && mayOn(actor, 'restriction.change-circle', part),
      lift: restriction !== null && mayOn(actor, 'restriction.lift', part),
    }
    const candidates = may.set || may.change ? await findCandidates(deed, episodeId, alsoServiceId) : []
    await recordAudit(deed, { action: 'restriction.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    return { episodeId, restriction, candidates, today: plainDateIn(deed.now, getZone(actor.serviceTimeZone)), may }
  })
}
