import { z } from 'zod'
import { AREAS } from '../checklist/areas.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { telephoneText } from '../text/telephone-text.ts'

/** How a service is reached, whether doses are given there, and for which areas it takes handoffs. */
export const DETAILS_OF_SERVICE = {
  name: filledText('service.name', 120),
  /** Null: no front door. */
  address: filledText('service.address', 300).nullable(),
  phone: telephoneText('service.phone', 40).nullable(),
  dutyContactName: filledText('service.dutyContactName', 120).nullable(),
  dutyContactPhone: telephoneText('service.dutyContactPhone', 40).nullable(),
  canDose: z.boolean('service.canDose.invalid'),
  receives: z
    .array(z.enum(AREAS, { error: 'service.receives.unknown' }), 'service.receives.invalid')
    .max(AREAS.length, 'service.receives.invalid'),
} as const

/** Somebody who answers when it is urgent has a number. */
export function isDutyReachable(service: { dutyContactName: string | null; dutyContactPhone: string | null }): boolean {
  return service.dutyContactName === null || service.dutyContactPhone !== null
}

/** What an administrator may change of a service later. */
export const ChangeServiceInput = inputOf({
  serviceId: idOf('service.serviceId'),
  requestId: RequestId,
  /** The version of the service on the screen. */
  seenVersion: SeenVersion,
  ...DETAILS_OF_SERVICE,
}).refine(isDutyReachable, { path: ['dutyContactPhone'], error: 'service.dutyContactPhone.missing' })
export type ChangeServiceInput = z.infer<typeof ChangeServiceInput>
