import { z } from 'zod'
import { Zone } from '../calendar/zone.ts'
import { Country } from '../custody-episode/countries.ts'
import { inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { DETAILS_OF_SERVICE, isDutyReachable } from './change-service-input.ts'
import { SERVICE_KINDS } from './service-kinds.ts'

/** A service that takes part from now on. Its kind, place and zone are said here and never changed; hours follow on their own page. */
export const AddServiceInput = inputOf({
  requestId: RequestId,
  kind: z.enum(SERVICE_KINDS, 'service.kindOfService.missing'),
  country: Country,
  /** The part of the country where it works, as people there say it; a new one where nobody works yet. */
  areaName: filledText('service.areaName', 120),
  /** Of a new part of the country: the code by which its public holidays go, as in ISO 3166-2; empty for those of the whole country. */
  holidayRegion: z
    .string('service.holidayRegion.no-code')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{0,3}$/, 'service.holidayRegion.no-code'),
  timeZone: z.string('calendar.zone.unknown').pipe(Zone),
  ...DETAILS_OF_SERVICE,
}).refine(isDutyReachable, { path: ['dutyContactPhone'], error: 'service.dutyContactPhone.missing' })
export type AddServiceInput = z.infer<typeof AddServiceInput>
