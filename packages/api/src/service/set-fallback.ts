import type { Actor } from '@throughcare/db/actor'
import { findFallbacks, recordFallback } from '@throughcare/db/service/service-keeping'
import { findService } from '@throughcare/db/service/service-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { decideFallback } from '@throughcare/domain/service/decide-fallback'
import type { SetFallbackInput } from '@throughcare/domain/service/fallback-input'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { invalidField } from '../app-error.ts'
import { keepService, type ServiceKept } from './keep-service.ts'

/**
 * Writes down who takes over when the service does not answer a handoff in time, when they agreed and with whom; or that nobody
 * does. Never itself and never in a circle: the database asks the same of whatever is written.
 *
 * @throws AppError `not-found` · `changed-meanwhile` · `invalid-input` with one of the faults of decideFallback
 */
export function setFallback(actor: Actor, input: SetFallbackInput): Promise<ServiceKept> {
  const { fallback } = input
  return keepService(actor, 'service.set-fallback', input, {
    what: 'fallback',
    decide: async (service, deed) => {
      const before = { fallback: service.fallback }
      if (fallback === null) return { before, after: { fallback } }
      const other = await findService(deed, fallback.serviceId)
      if (!other) throw invalidField('fallback.serviceId', 'service.fallback.invalid')
      const decision = decideFallback(
        { id: service.id, kind: service.kind as ServiceKind },
        { id: other.id, kind: other.kind as ServiceKind, agreedOn: fallback.agreedOn },
        await findFallbacks(deed),
        plainDateIn(deed.now, getZone(service.timeZone)),
      )
      if (!decision.ok) throw invalidField(`fallback.${decision.field}`, decision.fault)
      return { before, after: { fallback: { ...fallback, name: other.name } } }
    },
    write: (deed) => recordFallback(deed, input.serviceId, fallback),
    current: ({ fallback: standing }) => ({ fallback: standing?.name ?? null }),
  })
}
