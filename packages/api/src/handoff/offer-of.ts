import type { HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import type { ReceiverService } from '@throughcare/db/handoff/receiver-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { TimeAllowed } from '@throughcare/domain/deadline-rule/deadline-body'
import type { DeadlineRule } from '@throughcare/domain/deadline-rule/deadline-rule'
import { type NobodyThereReason, nobodyThere } from '@throughcare/domain/escalation/decide-at-press'
import { decideRing } from '@throughcare/domain/handoff/decide-ring'
import type { DeadlineReason } from '@throughcare/domain/handoff/handoff-deadline'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'
import { whatTravels } from '@throughcare/domain/handoff/what-travels'
import type { HandoverNeed } from '@throughcare/domain/service/can-receive'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { deadlineOf } from './handover-deadline.ts'
import { type ShownRing, shownRing } from './shown-ring.ts'

/** One service that could take one area now: by when it would have to answer, and whether somebody has to ring it. */
export type Offer = {
  serviceId: string
  name: string
  serviceKind: ServiceKind
  phone: string | null
  dutyContactName: string | null
  dutyContactPhone: string | null
  /** It answers its telephone, but nobody signs in there: the acknowledgement has to be rung for. */
  withoutMembers: boolean
  dueAt: string
  because: DeadlineReason
  /** How long its kind leaves there, and the rule that says so. */
  allowed: TimeAllowed
  deadlineRule: { id: string; version: number }
  ring: ShownRing
  /** Nobody there can answer in time, where hours count: it is rung or goes to the fallback at once (rule ESC-5). */
  nobodyThere: NobodyThereReason | null
  carries: readonly Category[]
}

/**
 * What the sender is told about handing this area to this service now.
 *
 * @param service `mailboxBounces` is asked of a service that was chosen; left out while there is a choice
 */
export function offerOf(
  release: HandoverBasis,
  handover: { area: Area; kind: HandoffKind },
  service: ReceiverService & { mailboxBounces?: boolean },
  hours: OpeningHours,
  now: Date,
  rule: DeadlineRule,
): Offer {
  const { kind } = handover
  const { dueAt, because } = deadlineOf(release, kind, hours, now, rule.body)
  const ring = decideRing(hours, dueAt, now)
  const hasWorkers = service.activeMembers > 0
  return {
    serviceId: service.id,
    name: service.name,
    serviceKind: service.kind,
    phone: service.phone,
    dutyContactName: service.dutyContactName,
    dutyContactPhone: service.dutyContactPhone,
    withoutMembers: !hasWorkers,
    dueAt: dueAt.toISOString(),
    because,
    allowed: rule.body[kind],
    deadlineRule: { id: rule.id, version: rule.version },
    ring: shownRing(ring),
    nobodyThere: nobodyThere({ kind, ring: ring.kind, hasWorkers, mailboxBounces: service.mailboxBounces ?? false }),
    carries: whatTravels(
      handover.area,
      { ...release.sharing, recipient: { serviceId: service.id, kind: service.kind } },
      now,
    ).carries,
  }
}

/** What an area of this case needs of whoever receives it. */
export function needOf(release: HandoverBasis, area: Area, sendingServiceId: string): HandoverNeed {
  return {
    area,
    sendingServiceId,
    releaseCountry: release.releaseCountry,
    releaseServiceArea: release.releaseServiceArea,
  }
}
