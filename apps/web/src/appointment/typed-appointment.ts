import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime } from '@throughcare/domain/calendar/zone'
import { z } from 'zod'

/** What is typed: a day and a time on the wall of the service. The instant they make is what the deed takes. */
export const TypedAppointment = z.object({
  area: z.string().min(1, 'appointment.area.unknown'),
  serviceId: z.string().min(1, 'appointment.serviceId.unknown'),
  day: PlainDate,
  time: ClockTime,
  place: z.string(),
})
