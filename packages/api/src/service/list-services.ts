import type { Actor } from '@throughcare/db/actor'
import { type Admission, findAdmissions } from '@throughcare/db/admission/admission-repository'
import { asActor } from '@throughcare/db/as-actor'
import { listServices as listServicesIn, type Service } from '@throughcare/db/service/service-repository'

/** A service of the directory, and whom it takes; null where it was never asked. */
export type ListedService = Service & { admission: Admission | null }

/** Every service of this installation, by name: a reference table, open to whoever is signed in under a hat. */
export function listServices(actor: Actor): Promise<ListedService[]> {
  return asActor(actor, async (deed) => {
    const services = await listServicesIn(deed)
    const admissions = await findAdmissions(deed)
    return services.map((service) => ({ ...service, admission: admissions.get(service.id) ?? null }))
  })
}
