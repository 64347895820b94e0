import { z } from 'zod'
import { inputOf } from '../../request/request-fields.ts'
import { BREAKDOWNS } from '../breakdowns.ts'
import { CURVES } from './curves.ts'

/** By what people are told apart on a curve. */
export const CURVE_BREAKDOWNS = ['prison', ...BREAKDOWNS] as const
export type CurveBreakdown = (typeof CURVE_BREAKDOWNS)[number]

/** Which curve, and told apart by what. */
export const CurvesInput = inputOf({
  curve: z.enum(CURVES, 'continuity.curve.unknown'),
  /** Null: nobody told apart. */
  breakdown: z.enum(CURVE_BREAKDOWNS, 'continuity.breakdown.unknown').nullable(),
})
export type CurvesInput = z.infer<typeof CurvesInput>
