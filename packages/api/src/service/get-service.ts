import type { Actor } from '@throughcare/db/actor'
import { type Admission, findAdmissions } from '@throughcare/db/admission/admission-repository'
import { asActor } from '@throughcare/db/as-actor'
import { findAnswersFrom, type StandingAnswer } from '@throughcare/db/hours-confirmation/hours-confirmation-repository'
import { findService, type ServiceWithHours } from '@throughcare/db/service/service-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError } from '../app-error.ts'

export type ServiceView = ServiceWithHours & {
  /** Today where the service is. */
  today: PlainDate
  /** What it said about single days from today on, earliest first; answers that were taken back too, with their version. */
  days: StandingAnswer[]
  /** Whom it takes, as it said; null where it was never asked. */
  admission: Admission | null
}

/**
 * One service with its hours, closures, single days, holidays, fallback agreement and what was changed last.
 *
 * @throws AppError `not-found`
 */
export function getService(actor: Actor, serviceId: string): Promise<ServiceView> {
  return asActor(actor, async (deed) => {
    const service = await findService(deed, serviceId)
    if (!service) throw new AppError('not-found')
    const today = plainDateIn(deed.now, getZone(service.timeZone))
    const admission = (await findAdmissions(deed)).get(serviceId) ?? null
    return { ...service, today, days: await findAnswersFrom(deed, serviceId, today), admission }
  })
}
