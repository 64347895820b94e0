import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { telephoneText } from '../text/telephone-text.ts'
import { Consent, MAY_BE_TOLD, MayBeTold, SupporterRole } from './supporter-codes.ts'

/** Somebody who stands by the person: new, or changed when `supporterId` names one. */
export const RecordSupporterInput = inputOf({
  episodeId: idOf('supporter.episodeId'),
  supporterId: idOf('supporter.supporterId').nullable(),
  requestId: RequestId,
  /** The version on the screen; of a new one the number of supporters on it. */
  seenVersion: SeenVersion,
  name: filledText('supporter.name', 120),
  role: SupporterRole,
  phone: telephoneText('supporter.phone', 60).nullable(),
  isCrisisContact: z.boolean('supporter.isCrisisContact.invalid'),
  consent: Consent,
  /** The day of the answer; null while nobody asked. */
  consentOn: PlainDate.nullable(),
  mayBeTold: z.array(MayBeTold, 'supporter.mayBeTold.unknown').max(MAY_BE_TOLD.length, 'supporter.mayBeTold.unknown'),
  /** The person takes them off the list. */
  isWithdrawn: z.boolean('supporter.isWithdrawn.invalid'),
}).superRefine((input, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const { consent, consentOn, phone, mayBeTold, isCrisisContact } = input
  if (consent !== 'not-asked' && consentOn === null) fault('consentOn', 'supporter.consentOn.missing')
  if (consent === 'not-asked' && consentOn !== null) fault('consentOn', 'supporter.consentOn.not-asked')
  if (consent === 'no' && phone !== null) fault('phone', 'supporter.phone.without-consent')
  if (consent !== 'yes' && mayBeTold.length > 0) fault('mayBeTold', 'supporter.mayBeTold.without-consent')
  if (isCrisisContact && (consent !== 'yes' || phone === null))
    fault('isCrisisContact', 'supporter.isCrisisContact.not-reachable')
})
export type RecordSupporterInput = z.infer<typeof RecordSupporterInput>

/** The supporters of one case. */
export const SupportersOfCaseInput = inputOf({ episodeId: idOf('supporter.episodeId') })
export type SupportersOfCaseInput = z.infer<typeof SupportersOfCaseInput>
