import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findService, type ServiceWithHours } from '@throughcare/db/service/service-repository'
import { AppError } from '../app-error.ts'

/**
 * One service with its hours, closures and fallback agreement.
 *
 * @throws AppError `not-found`
 */
export async function getService(actor: Actor, serviceId: string): Promise<ServiceWithHours> {
  const service = await asActor(actor, (deed) => findService(deed, serviceId))
  if (!service) throw new AppError('not-found')
  return service
}
