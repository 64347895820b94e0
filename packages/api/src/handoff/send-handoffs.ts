import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLiveHandoffs } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis, type HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { recordSendSet } from '@throughcare/db/handoff/send-set-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { SendHandoffsInput } from '@throughcare/domain/handoff/send-handoffs-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { type EscalatedAtPress, escalateAtPress } from '../escalation/escalate-at-press.ts'
import { perform } from '../perform.ts'
import { refuseOutsideCircle } from '../restriction/refuse-outside-circle.ts'
import { changedTo } from './changed-meanwhile.ts'
import { type AreaOffer, getOffers } from './get-offers.ts'
import { kindNow } from './handover-deadline.ts'
import { tellSent } from './tell-move.ts'

/** What went out, and what the sender has to know at the press: by when each answers, and whom to ring now. */
export type HandoffsSent = {
  handoffs: (AreaOffer & {
    handoffId: string
    /** What followed at once because nobody there can answer in time; null: it waits for its answer. */
    escalated: EscalatedAtPress | null
  })[]
}

/**
 * Hands a release over, area by area, all in one transaction. The sender stays accountable for each area until somebody has
 * acknowledged it.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when the plan changed or an area is on its way already |
 *   `invalid-input` when a service cannot receive its area | `refused` with `handoff.no-plan` or `restriction.nobody-admitted`
 */
export function sendHandoffs(actor: Actor, input: SendHandoffsInput): Promise<HandoffsSent> {
  return perform(actor, 'handoff.send', input, async (deed) => {
    const { episodeId, requestId } = input
    const release = await getReleaseToHandOver(deed, input)
    const areas = input.handoffs.map(({ area }) => area)
    await refuseIfOnTheirWay(deed, episodeId, areas)

    const kind = kindNow(release, deed.now)
    const offers = await getOffers(deed, release, kind, input.handoffs)
    await refuseOutsideCircle(deed, episodeId, offers)
    const ids = await recordSendSet(
      deed,
      { episodeId, personId: release.personId, requestId },
      offers.map((offer) => ({
        area: offer.area,
        kind,
        receivingServiceId: offer.serviceId,
        carries: offer.carries,
        dueAt: new Date(offer.dueAt),
        deadlineRule: offer.deadlineRule,
        attempt: 1,
        previousId: null,
      })),
    )
    if (!ids) {
      await refuseIfOnTheirWay(deed, episodeId, areas)
      throw new AppError('unavailable')
    }
    await tellSent(
      deed,
      episodeId,
      offers.map(({ serviceId }, index) => ({ handoffId: ids[index] as string, receivingServiceId: serviceId, kind })),
    )
    await recordAudit(deed, {
      action: 'handoff.send',
      episodeIds: [episodeId],
      personIds: [release.personId],
      fields: areas,
      requestId,
    })
    const handoffs: HandoffsSent['handoffs'] = []
    for (const [index, offer] of offers.entries()) {
      const handoffId = ids[index] as string
      const escalated = offer.nobodyThere && (await escalateAtPress(deed, handoffId, offer.nobodyThere))
      handoffs.push({ ...offer, handoffId, escalated })
    }
    return { handoffs }
  })
}

/** The case, as the page showed its plan. */
async function getReleaseToHandOver(deed: Deed<Actor>, input: SendHandoffsInput): Promise<HandoverBasis> {
  const { actor } = deed
  const release = await findHandoverBasis(deed, input.episodeId)
  if (!release) throw new AppError('not-found')
  if (!mayDo(actor.role, 'handoff.send', release.relation, actor.serviceKind as ServiceKind))
    throw new AppError('not-allowed')
  if (release.isStopped) throw refused('custody-episode.stopped')
  if (!release.plan) throw refused('handoff.no-plan')
  if (release.plan.version !== input.seenVersion)
    throw new AppError('changed-meanwhile', {
      details: { seen: { version: input.seenVersion }, current: { version: release.plan.version } },
    })
  return release
}

/** Somebody was faster with one of these areas: says who, when, and how it stands. */
async function refuseIfOnTheirWay(deed: Deed<Actor>, episodeId: string, areas: readonly Area[]): Promise<void> {
  const [live] = await findLiveHandoffs(deed, episodeId, areas)
  if (live) throw await changedTo(deed, live, { area: live.area, status: 'not-sent' })
}
