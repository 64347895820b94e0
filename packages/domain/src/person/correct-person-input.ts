import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { PERSON_DETAILS } from './person-details.ts'

/** A person's own details put right. All of them as they shall stand, so that a stale page cannot bring old ones back. */
export const CorrectPersonInput = inputOf({
  personId: idOf('person.personId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  ...PERSON_DETAILS,
})
export type CorrectPersonInput = z.infer<typeof CorrectPersonInput>
