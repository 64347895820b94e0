import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { PERSON_DETAILS } from '../person/person-details.ts'
import { PrisonNumber } from '../person/prison-number.ts'
import { inputOf, RequestId } from '../request/request-fields.ts'
import { LEGAL_STATUSES } from './release-codes.ts'

/**
 * Somebody whom another prison released stands at reception. They are named whole: whoever cannot name them learns nothing.
 */
export const TakeInInput = inputOf({
  requestId: RequestId,
  /** A number that a prison gave them: it is on the warrant and on what they carry. */
  prisonNumber: PrisonNumber,
  familyName: PERSON_DETAILS.familyName,
  dateOfBirth: PlainDate,
  legalStatus: z.enum(LEGAL_STATUSES, 'release.legalStatus.unknown'),
  /** The day on which custody began again, in this prison's zone. */
  backOn: PlainDate,
})
export type TakeInInput = z.infer<typeof TakeInInput>

/** So often in an hour may somebody name a person who is not found; then nothing is looked for until the hour is over. */
export const WRONG_NAMINGS_PER_HOUR = 10
