import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { inputOf } from '../request/request-fields.ts'
import { FamilyName, GivenNames } from './person-name.ts'
import { PrisonNumber } from './prison-number.ts'
import { Telephone } from './telephone.ts'

/** Who somebody is about to add: asked before, so that a human sees who may be the same person. */
export const FindLikelyInput = inputOf({
  familyName: FamilyName,
  givenNames: GivenNames,
  /** Null when nobody knows. */
  dateOfBirth: PlainDate.nullable(),
  prisonNumber: PrisonNumber,
  telephone: Telephone.nullable().default(null),
})
export type FindLikelyInput = z.infer<typeof FindLikelyInput>
