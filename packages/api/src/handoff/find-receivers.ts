import type { Actor } from '@throughcare/db/actor'
import { type Admission, findAdmissions } from '@throughcare/db/admission/admission-repository'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findAreaHandoffs, type StandingHandoff } from '@throughcare/db/handoff/area-handoffs'
import { countOpenItems, findHandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { AREAS, type Area, MAIN_AREAS } from '@throughcare/domain/checklist/areas'
import { type HandoffAreaState, handoffAreaState } from '@throughcare/domain/handoff/handoff-area-state'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'
import type { FindReceiversInput } from '@throughcare/domain/handoff/send-handoffs-input'
import { type CannotReceiveReason, canReceive, reasonsNobodyCan } from '@throughcare/domain/service/can-receive'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { kindNow } from './handover-deadline.ts'
import { needOf, type Offer, offerOf } from './offer-of.ts'

/** One area of a case on the page that hands over. Instants are ISO 8601 in UTC. */
export type AreaToHandOver = {
  area: Area
  state: HandoffAreaState
  /** Items that somebody outside has still to do. */
  openItems: number
  /** What stands for the area now; null when nothing was sent, or it ended. */
  standing: StandingHandoff | null
  /** With whom each service takes; null where it was never asked. */
  offers: (Offer & { admission: Admission | null })[]
  /** Why no service is offered, most frequent reason first; empty when one is. */
  nobodyBecause: { because: CannotReceiveReason; services: number }[]
}

export type Receivers = {
  episodeId: string
  /** To be sent back as `seenVersion`. Null while the plan is being made. */
  planVersion: number | null
  kind: HandoffKind
  areas: AreaToHandOver[]
}

/**
 * Area by area: which services could take it over, and by when each would have to answer. The five main areas always, the
 * others when there is something to hand over or it was.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function findReceivers(actor: Actor, input: FindReceiversInput): Promise<Receivers> {
  return asActor(actor, async (deed) => {
    const { episodeId } = input
    const release = await findHandoverBasis(deed, episodeId)
    if (!release) throw new AppError('not-found')
    if (!mayDo(actor.role, 'handoff.receivers', release.relation, actor.serviceKind as ServiceKind))
      throw new AppError('not-allowed')

    const items = await countOpenItems(deed, episodeId)
    const handoffs = await findAreaHandoffs(deed, episodeId)
    const services = await findReceiverServices(deed)
    const hours = await findOpeningHours(
      deed,
      services.map((service) => service.id),
    )
    const admissions = await findAdmissions(deed)
    const kind = kindNow(release, deed.now)
    const ruleOf = await findDeadlineRules(deed, services)

    const areas = AREAS.flatMap((area): AreaToHandOver[] => {
      const openItems = items.get(area) ?? 0
      const ofArea = handoffs.filter((handoff) => handoff.area === area)
      const isMain = (MAIN_AREAS as readonly Area[]).includes(area)
      if (!isMain && openItems === 0 && ofArea.length === 0) return []
      const need = needOf(release, area, actor.serviceId)
      const offers = services.flatMap((service) => {
        const open = hours.get(service.id)
        if (!open || !canReceive(service, need).can) return []
        const offer = offerOf(release, { area, kind }, service, open, deed.now, ruleOf(service))
        return [{ ...offer, admission: admissions.get(service.id) ?? null }]
      })
      return [
        {
          area,
          state: handoffAreaState(
            area,
            openItems > 0,
            ofArea.map(({ id, status }) => ({
              area,
              status,
              isSuperseded: ofArea.some(({ previousId }) => previousId === id),
            })),
          ),
          openItems,
          standing: ofArea.find((handoff) => handoff.isStanding) ?? null,
          offers,
          nobodyBecause: offers.length > 0 ? [] : reasonsNobodyCan(services, need),
        },
      ]
    })
    await recordAudit(deed, {
      action: 'handoff.receivers',
      episodeIds: [episodeId],
      personIds: [release.personId],
    })
    return { episodeId, planVersion: release.plan?.version ?? null, kind, areas }
  })
}
