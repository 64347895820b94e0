import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { dayHours } from './day-hours.ts'

/** An ordinary week: a weekday that is not named, or named without hours, is a day on which the place is shut. */
const Week = z.partialRecord(
  z.enum(['1', '2', '3', '4', '5', '6', '7']),
  dayHours('service.hours'),
  'service.hours.invalid',
)
export type Week = z.infer<typeof Week>

/** The two timetables of a service. Null: nobody has told us, which is not the same as shut all week. */
export const SetHoursInput = inputOf({
  serviceId: idOf('service.serviceId'),
  requestId: RequestId,
  /** The version of the service on the screen. */
  seenVersion: SeenVersion,
  open: Week.nullable(),
  dosing: Week.nullable(),
})
  .refine(({ open }) => open === null || hasHours(open), { path: ['open'], error: 'service.hours.empty' })
  .refine(({ dosing }) => dosing === null || hasHours(dosing), { path: ['dosing'], error: 'service.hours.empty' })
export type SetHoursInput = z.infer<typeof SetHoursInput>

/** A week without an hour in it would be stored as nothing, and nothing means that nobody told us. */
function hasHours(week: Week): boolean {
  return Object.values(week).some((spans) => (spans ?? []).length > 0)
}
