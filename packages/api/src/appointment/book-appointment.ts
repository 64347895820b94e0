import type { Actor } from '@throughcare/db/actor'
import { hasAppointment, recordAppointment } from '@throughcare/db/appointment/appointment-repository'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { findService } from '@throughcare/db/service/service-repository'
import type { BookAppointmentInput } from '@throughcare/domain/appointment/book-appointment-input'
import type { Area } from '@throughcare/domain/checklist/areas'
import { invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { followInjectionBooking } from '../dose-list/follow-injection-booking.ts'
import { perform } from '../perform.ts'

export type AppointmentBooked = { appointmentId: string }

/** Items that a booked appointment of an area fulfils. */
const FULFILS: Partial<Record<Area, readonly string[]>> = {
  omt: ['omt-book-first-dose'],
  benefits: ['benefits-book-appointment'],
}

/**
 * A time at which a service expects the person. It belongs to an area, and is read by whoever reads that area.
 *
 * @throws AppError `not-found` when the area is not open to the actor's service | `not-allowed` | `invalid-input` for a time
 *   that has passed or a service that there is not | `refused` with `appointment.already-booked`
 */
export function bookAppointment(actor: Actor, input: BookAppointmentInput): Promise<AppointmentBooked> {
  return perform(actor, 'appointment.book', input, async (deed) => {
    const { requestId, ...appointment } = input
    const { episodeId, area, serviceId, at } = appointment
    const part = await getPart(deed, episodeId, 'appointment.book', area)
    if (at <= deed.now) throw invalidField('at', 'appointment.at.in-the-past')
    if (!(await findService(deed, serviceId))) throw invalidField('serviceId', 'appointment.serviceId.unknown')
    if (await hasAppointment(deed, { episodeId, area, serviceId, at })) throw refused('appointment.already-booked')
    const appointmentId = await recordAppointment(deed, appointment)
    const fulfilled = FULFILS[area]
    if (fulfilled) await finishItems(deed, episodeId, fulfilled, requestId)
    if (area === 'omt') await followInjectionBooking(deed, { episodeId, serviceId, at }, requestId)
    await recordAudit(deed, {
      action: 'appointment.book',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['appointment'],
      requestId,
    })
    return { appointmentId }
  })
}
