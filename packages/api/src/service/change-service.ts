import type { Actor } from '@throughcare/db/actor'
import { recordDetails } from '@throughcare/db/service/service-keeping'
import type { ServiceWithHours } from '@throughcare/db/service/service-repository'
import type { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import { decideServiceChange } from '@throughcare/domain/service/decide-service-change'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { invalidField } from '../app-error.ts'
import { keepService, type ServiceKept } from './keep-service.ts'

/**
 * Changes how a service is reached, whether doses are given there, and for which areas it takes handoffs. Its kind, its place
 * and its zone are not changed: they decide who may see what.
 *
 * @throws AppError `not-found` · `changed-meanwhile` · `invalid-input` when its kind gives no doses or never sees an area
 */
export function changeService(actor: Actor, input: ChangeServiceInput): Promise<ServiceKept> {
  const { serviceId: _id, requestId: _press, seenVersion: _seen, ...details } = input
  return keepService(actor, 'service.change', input, {
    what: 'details',
    decide: (service) => {
      const decision = decideServiceChange(service.kind as ServiceKind, details)
      if (!decision.ok) throw invalidField(decision.field, decision.fault)
      return { before: detailsOf(service), after: details }
    },
    write: (deed) => recordDetails(deed, input.serviceId, details),
    current: detailsOf,
  })
}

function detailsOf(service: ServiceWithHours) {
  const { name, address, phone, dutyContactName, dutyContactPhone, canDose, receives } = service
  return { name, address, phone, dutyContactName, dutyContactPhone, canDose, receives }
}
