import type { Actor } from '@throughcare/db/actor'
import { type Admission, findAdmissions } from '@throughcare/db/admission/admission-repository'
import { asActor } from '@throughcare/db/as-actor'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { listServices as listServicesIn, type Service } from '@throughcare/db/service/service-repository'
import { type DayOpening, openingOn } from '@throughcare/domain/calendar/opening-hours'
import { plainDateIn } from '@throughcare/domain/calendar/zone'

/** A service of the directory: when it is there today, and whom it takes; null where it was never asked. */
export type ListedService = Service & { admission: Admission | null; today: DayOpening; dosesToday: DayOpening | null }

/** Every service of this installation, by name: a reference table, open to whoever is signed in under a hat. */
export function listServices(actor: Actor): Promise<ListedService[]> {
  return asActor(actor, async (deed) => {
    const services = await listServicesIn(deed)
    const admissions = await findAdmissions(deed)
    const hours = await findOpeningHours(
      deed,
      services.map(({ id }) => id),
    )
    return services.flatMap((service): ListedService[] => {
      const open = hours.get(service.id)
      if (!open) return []
      const day = plainDateIn(deed.now, open.zone)
      const dosesToday = service.canDose ? openingOn(open, 'dosing', day) : null
      return [
        { ...service, admission: admissions.get(service.id) ?? null, today: openingOn(open, 'open', day), dosesToday },
      ]
    })
  })
}
