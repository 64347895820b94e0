import { z } from 'zod'
import { COMMUNITY_KINDS } from '../access/who-groups.ts'
import { PlainDate } from '../calendar/plain-date.ts'
import { Language } from '../person/languages.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import {
  Capacity,
  CONSENT_CATEGORIES,
  ConsentCategory,
  ConsentExplained,
  ConsentPurpose,
  OverrideBasis,
} from './consent-codes.ts'

const MOST_SERVICES = 20
const MOST_SUPPORTERS = 20
/** Three days at most without a consent: our default, not a guideline (rule CON-2). */
export const LONGEST_OVERRIDE_HOURS = 72

const serviceIds = z
  .array(idOf('consent.serviceIds'), 'consent.recipients.missing')
  .max(MOST_SERVICES, 'consent.recipients.too-many')
const kinds = z
  .array(z.enum(COMMUNITY_KINDS as [string, ...string[]], 'service.kind.unknown'), 'consent.recipients.missing')
  .max(COMMUNITY_KINDS.length, 'consent.recipients.too-many')
const someCategories = z
  .array(ConsentCategory, 'consent.categories.missing')
  .max(CONSENT_CATEGORIES.length, 'consent.category.unknown')
const categories = someCategories.min(1, 'consent.categories.missing')

/** What was said about sharing one case. */
export const SharingOfCaseInput = inputOf({ episodeId: idOf('consent.episodeId') })
export type SharingOfCaseInput = z.infer<typeof SharingOfCaseInput>

/** What a person said when they were asked: yes or no, to what, for whom and how long. */
export const RecordConsentInput = inputOf({
  episodeId: idOf('consent.episodeId'),
  requestId: RequestId,
  answer: z.enum(['given', 'refused'], 'consent.answer.missing'),
  purpose: ConsentPurpose,
  serviceIds,
  kinds,
  supporterIds: z
    .array(idOf('consent.supporterIds'), 'consent.recipients.missing')
    .max(MOST_SUPPORTERS, 'consent.recipients.too-many'),
  categories,
  fromOn: PlainDate,
  /** The last day, which counts whole. Null: until it is withdrawn. */
  toOn: PlainDate.nullable(),
  language: Language.nullable(),
  explained: ConsentExplained,
  capacity: Capacity,
  witness: filledText('consent.witness', 120).nullable(),
  ownWords: filledText('consent.ownWords', 1_000).nullable(),
  /** The name that the person types, or has typed for them, under what they agree to. */
  signature: filledText('consent.signature', 120).nullable(),
}).superRefine((input, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (input.serviceIds.length + input.kinds.length + input.supporterIds.length === 0)
    fault('serviceIds', 'consent.recipients.missing')
  if (input.toOn !== null && input.toOn < input.fromOn) fault('toOn', 'consent.toOn.before-from')
  if (input.answer === 'given' && input.signature === null) fault('signature', 'consent.signature.missing')
  if (input.answer === 'refused' && input.signature !== null) fault('signature', 'consent.signature.not-asked')
})
export type RecordConsentInput = z.infer<typeof RecordConsentInput>

/** A person takes back what they agreed to. As easy as to give it: no signature, no reason. */
export const WithdrawConsentInput = inputOf({
  episodeId: idOf('consent.episodeId'),
  requestId: RequestId,
  /** Null: everything that was ever agreed to in this case, seen or not. */
  consentId: idOf('consent.consentId').nullable(),
  ownWords: filledText('consent.ownWords', 1_000).nullable(),
})
export type WithdrawConsentInput = z.infer<typeof WithdrawConsentInput>

/** Sharing without a consent, or the end of it. Nothing in it has a value by itself. */
export const OverrideSharingInput = inputOf({
  episodeId: idOf('consent.episodeId'),
  requestId: RequestId,
  /** Of the one that ends; null to share. */
  overrideId: idOf('consent.overrideId').nullable(),
  seenVersion: SeenVersion.nullable(),
  legalBasis: OverrideBasis.nullable(),
  reason: filledText('consent.reason', 1_000).nullable(),
  serviceIds,
  /** None where an override ends. */
  categories: someCategories,
  hours: z
    .int('consent.hours.missing')
    .min(1, 'consent.hours.missing')
    .max(LONGEST_OVERRIDE_HOURS, 'consent.hours.too-many')
    .nullable(),
}).superRefine((input, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (input.overrideId !== null) {
    if (input.seenVersion === null) fault('seenVersion', 'request.seenVersion.invalid')
    return
  }
  if (input.legalBasis === null) fault('legalBasis', 'consent.legalBasis.missing')
  if (input.reason === null) fault('reason', 'consent.reason.missing')
  if (input.serviceIds.length === 0) fault('serviceIds', 'consent.recipients.missing')
  if (input.categories.length === 0) fault('categories', 'consent.categories.missing')
  if (input.hours === null) fault('hours', 'consent.hours.missing')
})
export type OverrideSharingInput = z.infer<typeof OverrideSharingInput>
