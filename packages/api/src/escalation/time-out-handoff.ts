import type { SystemActor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import {
  findSilentHandoff,
  recordStage,
  recordStep,
  type SilentHandoff,
} from '@throughcare/db/escalation/escalation-repository'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { recordSendSet } from '@throughcare/db/handoff/send-set-repository'
import { newId } from '@throughcare/db/uuid'
import { decideTimeOut } from '@throughcare/domain/escalation/decide-time-out'
import { canReceive } from '@throughcare/domain/service/can-receive'
import { AppError } from '../app-error.ts'
import { kindNow } from '../handoff/handover-deadline.ts'
import { writeMove } from '../handoff/move-handoff.ts'
import { needOf, type Offer, offerOf } from '../handoff/offer-of.ts'
import { findFallbackAtHand } from './fallback-at-hand.ts'
import { ringDuty } from './ring-duty.ts'
import { tellOfStep } from './tell-of-step.ts'

/** Who answers for it from now on. The sender where nobody agreed to take over. */
export type TimedOut = { to: 'fallback'; handoffId: string; serviceId: string; name: string } | { to: 'sender' }

/**
 * Time is up, or nobody is there to use it. Under a recorded agreement the row closes and its successor to the fallback service
 * opens in the same transaction: the fallback answers for it at once and is shown as not having seen it, and what is told of
 * how long somebody has waited goes on from the first sending. Without one it stays with the sender, who is told at once.
 *
 * @param plannedAt when time was up
 * @param unlessNobody 'fallback-only' leaves it waiting where nobody takes over: there is time left, and the receiver may still answer
 * @returns null when somebody answered meanwhile
 * @throws AppError `changed-meanwhile` when somebody was faster between the reading and the write
 */
export async function timeOutHandoff(
  deed: Deed<SystemActor>,
  handoff: Handoff,
  plannedAt: Date,
  unlessNobody: 'fallback-only' | 'in-any-case' = 'in-any-case',
): Promise<TimedOut | null> {
  const silent = await findSilentHandoff(deed, handoff.id)
  if (!silent || silent.isHeir) return null
  const found = await findHeir(deed, handoff, silent)
  if (!('offer' in found) && unlessNobody === 'fallback-only') return { to: 'sender' }
  await recordStage(deed, handoff.id, 'deadline')
  await writeMove(deed, 'handoff.time-out', 'time-out', handoff, pressOf(handoff))
  if (!('offer' in found)) {
    const told = [
      { serviceId: handoff.sendingServiceId, audience: 'workers' },
      { serviceId: handoff.sendingServiceId, audience: 'duty' },
      { serviceId: handoff.receivingServiceId, audience: 'managers' },
    ] as const
    await recordStep(deed, {
      handoff,
      plannedAt,
      step: 'stays-with-sender',
      because: found.because,
      toldServiceIds: told.map(({ serviceId }) => serviceId),
    })
    await tellOfStep(deed, 'stays-with-sender', handoff, told)
    return { to: 'sender' }
  }
  return openSuccessor(deed, handoff, { ...found, waitingSince: silent.waitingSince, plannedAt })
}

type Heir = { offer: Offer; kind: Handoff['kind']; agreement: NonNullable<SilentHandoff['agreement']> }

/** The fallback with what it is offered, or why there is none. */
async function findHeir(
  deed: Deed<SystemActor>,
  handoff: Handoff,
  { asked, agreement }: SilentHandoff,
): Promise<Heir | { because: string }> {
  const release = await findHandoverBasis(deed, handoff.episodeId)
  const found = agreement && release && (await findFallbackAtHand(deed, agreement.serviceId))
  const need = release && needOf(release, handoff.area, handoff.sendingServiceId)
  const decision = decideTimeOut(
    { sendingServiceId: handoff.sendingServiceId, asked },
    agreement && {
      serviceId: agreement.serviceId,
      canReceive: found !== null && need !== null && canReceive(found.service, need).can,
    },
  )
  if (decision.to === 'sender') return { because: decision.because }
  if (!release || !found || !agreement) return { because: 'cannot-receive' }
  const kind = kindNow(release, deed.now)
  const offer = offerOf(release, { area: handoff.area, kind }, found.service, found.hours, deed.now, found.rule)
  return { offer, kind, agreement }
}

async function openSuccessor(
  deed: Deed<SystemActor>,
  handoff: Handoff,
  { offer, kind, agreement, waitingSince, plannedAt }: Heir & { waitingSince: Date; plannedAt: Date },
): Promise<TimedOut> {
  const { episodeId, personId, area } = handoff
  const [id] =
    (await recordSendSet(deed, { episodeId, personId, requestId: newId() }, [
      {
        area,
        kind,
        receivingServiceId: offer.serviceId,
        carries: offer.carries,
        dueAt: new Date(offer.dueAt),
        deadlineRule: offer.deadlineRule,
        waitingSince,
        attempt: handoff.attempt + 1,
        previousId: handoff.id,
        isFallback: true,
      },
    ])) ?? []
  if (!id) throw new AppError('changed-meanwhile')
  const { sendingServiceId, receivingServiceId } = handoff
  await recordStep(deed, {
    handoff,
    plannedAt,
    step: 'to-fallback',
    // The first is who has it now.
    toldServiceIds: [offer.serviceId, sendingServiceId, receivingServiceId],
    heir: { handoffId: id, agreedOn: agreement.agreedOn, agreedWith: agreement.agreedWith },
  })
  const successor = { ...handoff, id, kind, receivingServiceId: offer.serviceId, accountableServiceId: offer.serviceId }
  await tellOfStep(deed, 'to-fallback', successor, [
    { serviceId: offer.serviceId, audience: 'workers' },
    { serviceId: offer.serviceId, audience: 'duty' },
    { serviceId: sendingServiceId, audience: 'workers' },
  ])
  await tellOfStep(deed, 'to-fallback', handoff, [{ serviceId: receivingServiceId, audience: 'managers' }])
  // The fallback may be shut as well: then its duty contact is rung at once.
  if (offer.nobodyThere !== null) await ringDuty(deed, successor, deed.now, offer.nobodyThere)
  return { to: 'fallback', handoffId: id, serviceId: offer.serviceId, name: offer.name }
}

/** The version read here is the one that is moved: an answer in between is not overrun. */
function pressOf({ id, version }: Handoff) {
  return { handoffId: id, seenVersion: version, requestId: newId() }
}
