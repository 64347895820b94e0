import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime } from '@throughcare/domain/calendar/zone'
import { z } from 'zod'

/** What is typed: a day and a time on the wall of the place. The instant that they make is what the deed takes. */
export const TypedMeeting = z.object({
  serviceId: z.string().min(1, 'partner.serviceId.unknown'),
  day: PlainDate,
  time: ClockTime,
  place: z.string(),
})
