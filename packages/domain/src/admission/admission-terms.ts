import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Whether a service takes women only. Not asked is not a no. */
export const WOMEN_ONLY = ['yes', 'no', 'unknown'] as const
export type WomenOnly = (typeof WOMEN_ONLY)[number]

/** Whether two people can come: in one room or house, on one site, one after the other, or not at all (domain research H2). */
export const COUPLES_TERMS = ['together', 'same-site', 'staggered', 'no', 'unknown'] as const
export type CouplesTerms = (typeof COUPLES_TERMS)[number]

/** Whom a service takes, and how soon, as it said. */
export type AdmissionTerms = {
  womenOnly: WomenOnly
  couples: CouplesTerms
  /** Days from a handoff to a first appointment; 0 is the same day. Null: it did not say. */
  waitingDays: number | null
  /** Who at the service said so. Null: not noted. */
  toldBy: string | null
}

/** A longer wait than this is a slip of the finger. Ours: no source. */
export const LONGEST_WAIT_DAYS = 730

/** What a list of services can be narrowed to. */
export const ADMISSION_FILTERS = ['couples', 'women'] as const
export type AdmissionFilter = (typeof ADMISSION_FILTERS)[number]

/**
 * Does a service, by what it said, belong into a list narrowed so? Null: it was never asked, and belongs into none.
 *
 * For couples those that take both at the same time: a service that takes one first and the other later parts them, and is
 * not proposed to two who want to come together (domain research H13).
 */
export function isAmong(filter: AdmissionFilter, terms: Pick<AdmissionTerms, 'womenOnly' | 'couples'> | null): boolean {
  if (terms === null) return false
  return filter === 'women' ? terms.womenOnly === 'yes' : terms.couples === 'together' || terms.couples === 'same-site'
}

/** The filter that an address names; null where it names none that there is. */
export function admissionFilterIn(text: string | undefined): AdmissionFilter | null {
  return ADMISSION_FILTERS.find((filter) => filter === text) ?? null
}

/** What a service said when it was asked whom it takes. */
export const RecordAdmissionInput = inputOf({
  serviceId: idOf('admission.serviceId'),
  requestId: RequestId,
  /** The version on the screen; 0 while it was never asked. */
  seenVersion: SeenVersion,
  womenOnly: z.enum(WOMEN_ONLY, 'admission.womenOnly.unknown'),
  couples: z.enum(COUPLES_TERMS, 'admission.couples.unknown'),
  waitingDays: z
    .int('admission.waitingDays.invalid')
    .min(0, 'admission.waitingDays.invalid')
    .max(LONGEST_WAIT_DAYS, 'admission.waitingDays.invalid')
    .nullable(),
  toldBy: filledText('admission.toldBy', 120).nullable(),
  askedOn: PlainDate,
})
export type RecordAdmissionInput = z.infer<typeof RecordAdmissionInput>
