import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { listServices as listServicesIn, type Service } from '@throughcare/db/service/service-repository'

/** Every service of this installation, by name: a reference table, open to whoever is signed in under a hat. */
export function listServices(actor: Actor): Promise<Service[]> {
  return asActor(actor, listServicesIn)
}
