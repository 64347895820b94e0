import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findEventBasis,
  recordCustodyEvent,
  recordEpisodeEnded,
  recordPlanClosed,
} from '@throughcare/db/custody-episode/custody-event-repository'
import { tellParts } from '@throughcare/db/notice/tell-parts'
import { recordOutcomeEntry } from '@throughcare/db/outcome/outcome-repository'
import { getZone } from '@throughcare/domain/calendar/zone'
import { doesStop } from '@throughcare/domain/custody-episode/custody-event-codes'
import type { RecordEventInput } from '@throughcare/domain/custody-episode/custody-event-inputs'
import { decideEvent, doesStand } from '@throughcare/domain/custody-episode/decide-custody-event'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { followDoseAlerts } from '../dose-alert/follow-dose-alerts.ts'
import { perform } from '../perform.ts'

export type EventRecorded = { eventId: string }

/**
 * Somebody died, was taken out of the country, or lies in hospital (LIFECYCLE, the row of the event). With the first two all
 * work stops in this transaction: the plan closes as it is, the case leaves every list of work, alerts and reminders end, and
 * each service with something open reads one stop notice, so that nobody calls at a door. Handoffs keep their status.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `custody-episode.already-recorded`, `.not-inside`,
 *   `.in-the-future` or `.before-admission`
 */
export function recordEvent(actor: Actor, input: RecordEventInput): Promise<EventRecorded> {
  return perform(actor, 'custody-episode.record-event', input, async (deed) => {
    const { episodeId, kind, at, requestId } = input
    await getPart(deed, episodeId, 'custody-episode.record-event')
    const basis = await findEventBasis(deed, episodeId)
    if (!basis) throw new AppError('not-found')
    const decision = decideEvent(
      { ...basis, isHeldHere: basis.relation === 'own', zone: getZone(basis.timeZone) },
      basis.events.filter(doesStand).map((event) => event.kind),
      { kind, at },
      deed.now,
    )
    if (!decision.ok) throw refused(decision.refusal)

    // Before the episode ends: whoever holds the person may still write everything.
    const outcomeId = kind === 'died' ? await recordOutcomeEntry(deed, { episodeId, kind, at }) : null
    const closedPlanId = doesStop(kind) ? await recordPlanClosed(deed, episodeId) : null
    const { endsOn } = decision
    const because = kind === 'died' ? 'died' : 'transferred-abroad'
    const endedEpisode = endsOn !== null && (await recordEpisodeEnded(deed, episodeId, endsOn, because))
    const eventId = await recordCustodyEvent(deed, { episodeId, kind, at, endedEpisode, closedPlanId, outcomeId })
    if (doesStop(kind)) await tellParts(deed, episodeId, 'case-stopped')
    await followDoseAlerts(deed, episodeId)
    await recordAudit(deed, {
      action: 'custody-episode.record-event',
      episodeIds: [episodeId],
      personIds: [basis.personId],
      fields: [kind],
      requestId,
    })
    return { eventId }
  })
}
