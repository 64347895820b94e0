import { z } from 'zod'
import { inputOf } from '../../request/request-fields.ts'
import { CURVES } from './curves.ts'

/** Which curve, and told apart by what. */
export const CurvesInput = inputOf({
  curve: z.enum(CURVES, 'continuity.curve.unknown'),
  /** `prison`, or one of the breakdowns. Null: nobody told apart. */
  breakdown: z
    .string('continuity.breakdown.unknown')
    .regex(/^[a-z0-9-]{1,40}$/, 'continuity.breakdown.unknown')
    .nullable(),
})
export type CurvesInput = z.infer<typeof CurvesInput>
