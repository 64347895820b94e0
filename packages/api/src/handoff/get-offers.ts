import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import type { HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'
import { canReceive } from '@throughcare/domain/service/can-receive'
import { invalidField } from '../app-error.ts'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { needOf, type Offer, offerOf } from './offer-of.ts'

/** An offer taken up: the area and the kind of the handoff that goes out. */
export type AreaOffer = Offer & { area: Area; kind: HandoffKind }

/**
 * What each of these services is offered and has to hold to.
 *
 * @throws AppError `invalid-input` naming the line whose service cannot receive its area
 */
export async function getOffers(
  deed: Deed<Actor>,
  release: HandoverBasis,
  kind: HandoffKind,
  handoffs: readonly { area: Area; receivingServiceId: string }[],
  fieldOf: (index: number) => string = (index) => `handoffs.${index}.receivingServiceId`,
): Promise<AreaOffer[]> {
  const services = new Map((await findReceiverServices(deed)).map((service) => [service.id, service]))
  const hours = await findOpeningHours(
    deed,
    handoffs.map(({ receivingServiceId }) => receivingServiceId),
  )
  const bouncing = new Set<string>()
  for (const { receivingServiceId: id } of handoffs) if (await hasBouncingMailbox(deed, id)) bouncing.add(id)
  const ruleOf = await findDeadlineRules(
    deed,
    handoffs.flatMap(({ receivingServiceId }) => services.get(receivingServiceId) ?? []),
  )
  return handoffs.map(({ area, receivingServiceId }, index) => {
    const service = services.get(receivingServiceId)
    const open = hours.get(receivingServiceId)
    if (!service || !open || !canReceive(service, needOf(release, area, deed.actor.serviceId)).can)
      throw invalidField(fieldOf(index), 'handoff.receivingServiceId.cannot-receive')
    const asked = { ...service, mailboxBounces: bouncing.has(service.id) }
    return { ...offerOf(release, { area, kind }, asked, open, deed.now, ruleOf(service)), area, kind }
  })
}
