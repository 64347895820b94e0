import type { Actor } from '@throughcare/db/actor'
import { hasSuccessor } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { recordSendSet } from '@throughcare/db/handoff/send-set-repository'
import type { ResendHandoffInput } from '@throughcare/domain/handoff/take-back-handoff-input'
import { AppError, refused } from '../app-error.ts'
import { escalateAtPress } from '../escalation/escalate-at-press.ts'
import { perform } from '../perform.ts'
import { refuseOutsideCircle } from '../restriction/refuse-outside-circle.ts'
import { handoffChangedMeanwhile } from './changed-meanwhile.ts'
import { getOffers } from './get-offers.ts'
import { kindNow } from './handover-deadline.ts'
import { getHandoffToMove, writeMove } from './move-handoff.ts'
import type { HandoffsSent } from './send-handoffs.ts'
import { tellSent } from './tell-move.ts'

/**
 * A handoff that was rejected, came back for information or was not answered goes out again, to another service or the same
 * one. The old one is closed and keeps its history; the new one counts one attempt more, knows what it resends and begins with
 * the sender's words. Both in one transaction, so the area is never without a handoff and never has two.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` when the service cannot receive the
 *   area | `refused` with `handoff.not-from-here` or `handoff.sent-on-already`
 */
export function resendHandoff(actor: Actor, input: ResendHandoffInput): Promise<HandoffsSent> {
  return perform(actor, 'handoff.resend', input, async (deed) => {
    const old = await getHandoffToMove(deed, 'handoff.resend', 'resend', input)
    // One that nobody answered may have an heir already: then it is reviewed, and not sent a second time.
    if (await hasSuccessor(deed, old.id)) {
      // Somebody else may have sent it on since it was read: then that is what changed.
      await getHandoffToMove(deed, 'handoff.resend', 'resend', input)
      throw refused('handoff.sent-on-already')
    }
    const release = await findHandoverBasis(deed, old.episodeId)
    if (!release) throw new AppError('not-found')
    if (release.isStopped) throw refused('custody-episode.stopped')
    const kind = kindNow(release, deed.now)
    const sendTo = [{ area: old.area, receivingServiceId: input.receivingServiceId }]
    const [offer] = await getOffers(deed, release, kind, sendTo, () => 'receivingServiceId')
    if (!offer) throw new AppError('not-found')
    await refuseOutsideCircle(deed, old.episodeId, [offer])

    await writeMove(deed, 'handoff.resend', 'resend', old, input)
    const ids = await recordSendSet(
      deed,
      { episodeId: old.episodeId, personId: old.personId, requestId: input.requestId },
      [
        {
          area: old.area,
          kind,
          receivingServiceId: offer.serviceId,
          carries: offer.carries,
          dueAt: new Date(offer.dueAt),
          deadlineRule: offer.deadlineRule,
          attempt: old.attempt + 1,
          previousId: old.id,
          words: input.words,
        },
      ],
    )
    if (!ids) throw await handoffChangedMeanwhile(deed, input.handoffId, input.seenVersion)
    const handoffId = ids[0] as string
    await tellSent(deed, old.episodeId, [{ handoffId, receivingServiceId: offer.serviceId, kind }])
    const escalated = offer.nobodyThere && (await escalateAtPress(deed, handoffId, offer.nobodyThere))
    return { handoffs: [{ ...offer, handoffId, escalated }] }
  })
}
