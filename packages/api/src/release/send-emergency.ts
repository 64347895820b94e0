import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findWithHeirs } from '@throughcare/db/escalation/escalation-repository'
import { findAreaHandoffs } from '@throughcare/db/handoff/area-handoffs'
import { findHandoff, findLiveHandoffs, type Handoff } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis, type HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { type HandoffToSend, recordSendSet } from '@throughcare/db/handoff/send-set-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import type { NobodyThereReason } from '@throughcare/domain/escalation/decide-at-press'
import { chooseEmergencyReceiver } from '@throughcare/domain/release/emergency-receiver'
import { openNow } from '@throughcare/domain/release/who-is-open'
import { canReceive } from '@throughcare/domain/service/can-receive'
import { AppError } from '../app-error.ts'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { escalateAtPress } from '../escalation/escalate-at-press.ts'
import { writeMove } from '../handoff/move-handoff.ts'
import { needOf, offerOf } from '../handoff/offer-of.ts'
import { tellSent } from '../handoff/tell-move.ts'

/** Statuses in which an area is on its way or taken: nothing has to be sent again. */
const UNDER_WAY = ['sent', 'acknowledged', 'accepted', 'in-progress'] as const

/**
 * Sends emergency handoffs for these areas, as far as nobody has them: called in the transaction that stamped the release,
 * after it was written. What was only drafted goes to the service of the draft; what came back goes to somebody else; the rest
 * goes to whoever takes the area where the person goes (rule REL-6).
 *
 * @returns the ids of the handoffs that went out, and the areas that nobody takes
 */
export async function sendEmergencyHandoffs(
  deed: Deed<Actor>,
  episodeId: string,
  areas: readonly Area[],
  requestId: string,
): Promise<{ handoffIds: string[]; nobody: Area[] }> {
  const release = await findHandoverBasis(deed, episodeId)
  if (!release?.plan || areas.length === 0) return { handoffIds: [], nobody: [] }
  const live = await findLiveHandoffs(deed, episodeId, areas)
  const waiting = AREAS.filter(
    (area) =>
      areas.includes(area) &&
      !live.some((one) => one.area === area && (UNDER_WAY as readonly string[]).includes(one.status)),
  )
  const choose = await chooserOf(deed, release)
  const toSend: HandoffToSend[] = []
  const nobody: Area[] = []
  const unanswered = new Map<Area, NobodyThereReason>()
  for (const area of waiting) {
    const before = live.find((one) => one.area === area) ?? null
    const chosen = choose(area, before)
    if (!chosen) nobody.push(area)
    else {
      const { nobodyThere, ...offered } = chosen
      const bounces = await hasBouncingMailbox(deed, chosen.receivingServiceId)
      const because = nobodyThere ?? (bounces ? 'mailbox-bounces' : null)
      if (because) unanswered.set(area, because)
      if (before) await endBefore(deed, before, requestId)
      const isResend = before !== null && before.status !== 'draft'
      toSend.push({
        ...offered,
        area,
        kind: 'emergency',
        attempt: isResend ? before.attempt + 1 : 1,
        previousId: isResend ? before.id : null,
      })
    }
  }
  if (toSend.length === 0) return { handoffIds: [], nobody }
  const ids = await recordSendSet(deed, { episodeId, personId: release.personId, requestId }, toSend)
  if (!ids) throw new AppError('changed-meanwhile')
  await tellSent(
    deed,
    episodeId,
    toSend.map(({ receivingServiceId, kind }, index) => ({
      handoffId: ids[index] as string,
      receivingServiceId,
      kind,
    })),
  )
  // Where nobody can answer in time, what the clock would do in hours is done at the press.
  for (const [index, { area }] of toSend.entries()) {
    const because = unanswered.get(area)
    if (because) await escalateAtPress(deed, ids[index] as string, because)
  }
  return { handoffIds: ids, nobody }
}

type Chosen = Pick<HandoffToSend, 'receivingServiceId' | 'carries' | 'dueAt' | 'deadlineRule'> & {
  nobodyThere: NobodyThereReason | null
}

async function chooserOf(
  deed: Deed<Actor>,
  release: HandoverBasis,
): Promise<(area: Area, before: Handoff | null) => Chosen | null> {
  const services = await findReceiverServices(deed)
  const hours = await findOpeningHours(
    deed,
    services.map(({ id }) => id),
  )
  const ruleOf = await findDeadlineRules(deed, services)
  const withPart = new Set(
    (await findAreaHandoffs(deed, release.episodeId))
      .filter(({ status }) => (UNDER_WAY as readonly string[]).includes(status))
      .map(({ receivingServiceId }) => receivingServiceId),
  )
  const medication = await findMedication(deed, release.episodeId)
  const dosingId = medication?.treatments.find(({ endedOn }) => endedOn === null)?.dosing?.id ?? null
  return (area, before) => {
    const able = services.flatMap((service) => {
      const open = hours.get(service.id)
      if (!open || !canReceive(service, needOf(release, area, deed.actor.serviceId)).can) return []
      // Whoever said no is not asked again; whoever was only written down for it comes before everybody.
      if (before?.receivingServiceId === service.id && before.status !== 'draft') return []
      return [
        {
          serviceId: service.id,
          name: service.name,
          hasPart: withPart.has(service.id),
          isDosingPoint: service.id === dosingId,
          opening: openNow(open, deed.now).kind,
          isStaffed: service.activeMembers > 0,
          service,
          open,
        },
      ]
    })
    const drafted = able.find(({ serviceId }) => before?.status === 'draft' && serviceId === before.receivingServiceId)
    const chosen = drafted ?? chooseEmergencyReceiver(able)
    if (!chosen) return null
    const offer = offerOf(
      release,
      { area, kind: 'emergency' },
      chosen.service,
      chosen.open,
      deed.now,
      ruleOf(chosen.service),
    )
    return {
      receivingServiceId: chosen.serviceId,
      carries: offer.carries,
      dueAt: new Date(offer.dueAt),
      deadlineRule: offer.deadlineRule,
      nobodyThere: offer.nobodyThere,
    }
  }
}

/** A draft and what came back make room: an area has one live handoff at most. */
async function endBefore(deed: Deed<Actor>, before: Handoff, requestId: string): Promise<void> {
  const press = { handoffId: before.id, seenVersion: before.version, requestId }
  if (before.status === 'draft')
    await writeMove(deed, 'handoff.revoke', 'revoke', before, press, { reason: 'release-changed' })
  else await writeMove(deed, 'handoff.resend', 'resend', before, press)
}

/**
 * Takes back handoffs that a wrong press had sent, each with its history. What its receiver has already turned down or finished
 * stays as it is.
 *
 * @returns the ids of those that were revoked
 */
export async function revokeSent(
  deed: Deed<Actor>,
  handoffIds: readonly string[],
  reason: string,
  requestId: string,
): Promise<string[]> {
  const revoked: string[] = []
  for (const handoffId of await findWithHeirs(deed, handoffIds)) {
    const handoff = await findHandoff(deed, handoffId)
    const canEnd = handoff && ([...UNDER_WAY, 'returned', 'rejected'] as readonly string[]).includes(handoff.status)
    if (!canEnd) continue
    const press = { handoffId, seenVersion: handoff.version, requestId }
    const isRejected = handoff.status === 'rejected'
    await writeMove(
      deed,
      isRejected ? 'handoff.close' : 'handoff.revoke',
      isRejected ? 'close' : 'revoke',
      handoff,
      press,
      { reason },
    )
    revoked.push(handoffId)
  }
  return revoked
}
