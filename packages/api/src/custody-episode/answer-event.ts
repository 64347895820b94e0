import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type EventBasis,
  findEventBasis,
  recordEpisodeEnded,
  recordEpisodeReopened,
  recordEventAnswer,
  recordPlanReopened,
  type StoredEvent,
} from '@throughcare/db/custody-episode/custody-event-repository'
import { untellParts } from '@throughcare/db/notice/tell-parts'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { AnswerEventInput } from '@throughcare/domain/custody-episode/custody-event-inputs'
import { decideEventAnswer } from '@throughcare/domain/custody-episode/decide-custody-event'
import { AppError, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { moveDueTimes } from '../care-plan/move-due-times.ts'
import { followDoseAlerts } from '../dose-alert/follow-dose-alerts.ts'
import { perform } from '../perform.ts'

export type EventAnswered = { eventId: string }

/**
 * A second person confirms a death; an event that was wrong is taken back; somebody is back from hospital. Taking back opens
 * episode and plan as they were and the person is on every list of work again; both entries stay, and the outcome that told of
 * the death counts nowhere any more.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with one of ANSWER_REFUSALS
 */
export function answerEvent(actor: Actor, input: AnswerEventInput): Promise<EventAnswered> {
  return perform(actor, 'custody-episode.answer-event', input, async (deed) => {
    const { episodeId, eventId, answer, requestId } = input
    await getPart(deed, episodeId, 'custody-episode.answer-event')
    const basis = await findEventBasis(deed, episodeId)
    const event = basis?.events.find(({ id }) => id === eventId)
    if (!basis || !event) throw new AppError('not-found')
    const by = {
      accountId: actor.accountId,
      serviceId: actor.serviceId,
      isPrison: actor.serviceKind === 'prison-health',
    }
    const decision = decideEventAnswer(event, answer, by, basis.isAdmittedAgain)
    if (!decision.ok) throw refused(decision.refusal)

    const reason =
      answer === 'taken-back' ? { reason: input.reason, words: input.words } : { reason: null, words: null }
    const withdrawsOutcomeId = answer === 'taken-back' ? event.outcomeId : null
    await recordEventAnswer(deed, { eventId, episodeId, withdrawsOutcomeId }, { answer, ...reason })
    if (answer === 'confirmed') await endHere(deed, episodeId, basis, event)
    if (answer === 'taken-back') {
      await untellParts(deed, eventId)
      await goOn(deed, episodeId, event, requestId)
    }
    await followDoseAlerts(deed, episodeId)
    await recordAudit(deed, {
      action: 'custody-episode.answer-event',
      episodeIds: [episodeId],
      personIds: [basis.personId],
      fields: [event.kind, answer],
      requestId,
    })
    return { eventId }
  })
}

/** Another service told of the death of somebody who is inside on the record: the prison's confirmation ends the episode. */
async function endHere(deed: Deed<Actor>, episodeId: string, basis: EventBasis, { at }: StoredEvent): Promise<void> {
  if (basis.relation === 'own' && basis.endedOn === null)
    await recordEpisodeEnded(deed, episodeId, plainDateIn(at, getZone(basis.timeZone)), 'died')
}

async function goOn(
  deed: Deed<Actor>,
  episodeId: string,
  { closedPlanId }: StoredEvent,
  requestId: string,
): Promise<void> {
  await recordEpisodeReopened(deed, episodeId)
  if (closedPlanId === null) return
  await recordPlanReopened(deed, closedPlanId)
  await moveDueTimes(deed, episodeId, requestId)
}
