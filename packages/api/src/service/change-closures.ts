import type { Actor } from '@throughcare/db/actor'
import { recordClosure, recordClosureRemoval } from '@throughcare/db/service/service-keeping'
import type { ServiceWithHours } from '@throughcare/db/service/service-repository'
import { newId } from '@throughcare/db/uuid'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { AddClosureInput, RemoveClosureInput } from '@throughcare/domain/service/closure-input'
import { AppError, invalidField } from '../app-error.ts'
import { keepService, type ServiceKept } from './keep-service.ts'

/**
 * Enters days on which a service is shut for every purpose. A closure wins over whatever the place said before (rule CAL-3).
 *
 * @throws AppError `not-found` · `changed-meanwhile` · `invalid-input` for days that are over
 */
export function addClosure(actor: Actor, input: AddClosureInput): Promise<ServiceKept> {
  const { fromDay, toDay, reason } = input
  return keepService(actor, 'service.add-closure', input, {
    what: 'closure-added',
    decide: (service, deed) => {
      if (toDay < plainDateIn(deed.now, getZone(service.timeZone)))
        throw invalidField('toDay', 'service.toDay.in-the-past')
      return { before: {}, after: { fromDay, toDay, reason } }
    },
    write: (deed) => recordClosure(deed, input.serviceId, newId(), { fromDay, toDay, reason }),
    current: closuresOf,
  })
}

/**
 * Takes a closure back: the place is open after all. The closure and its end both stay in the record.
 *
 * @throws AppError `not-found` for a closure that is not this service's or was taken back already · `changed-meanwhile`
 */
export function removeClosure(actor: Actor, input: RemoveClosureInput): Promise<ServiceKept> {
  return keepService(actor, 'service.remove-closure', input, {
    what: 'closure-removed',
    decide: ({ closures }) => {
      const closure = closures.find(({ id }) => id === input.closureId)
      if (!closure) throw new AppError('not-found')
      return { before: { fromDay: closure.from, toDay: closure.to, reason: closure.reason }, after: {} }
    },
    write: (deed) => recordClosureRemoval(deed, input.serviceId, input.closureId),
    current: closuresOf,
  })
}

function closuresOf({ closures }: ServiceWithHours) {
  return { closures: closures.map(({ from, to, reason }) => ({ from, to, reason })) }
}
