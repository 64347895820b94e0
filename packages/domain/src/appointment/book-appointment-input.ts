import { z } from 'zod'
import { Area } from '../checklist/areas.ts'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** What became of a time at which a service expected the person. */
export const APPOINTMENT_STATUSES = ['booked', 'kept', 'missed', 'cancelled'] as const
export const AppointmentStatus = z.enum(APPOINTMENT_STATUSES, 'appointment.status.unknown')
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** A time at which a service expects the person. */
export const BookAppointmentInput = inputOf({
  episodeId: idOf('appointment.episodeId'),
  requestId: RequestId,
  area: Area,
  /** Who expects the person. */
  serviceId: idOf('appointment.serviceId'),
  at: instantOf('appointment.at'),
  /** Where, if not at the service's own address. */
  place: filledText('appointment.place', 200).nullable(),
})
export type BookAppointmentInput = z.infer<typeof BookAppointmentInput>
