import { z } from 'zod'
import { inputOf } from '../../request/request-fields.ts'
import { BREAKDOWNS, type Breakdown } from '../breakdowns.ts'
import { CURVES } from './curves.ts'

/** By what people are told apart on a curve: prisons and all breakdowns but areas, which are too many for one picture. */
export type CurveBreakdown = 'prison' | Exclude<Breakdown, 'area'>
export const CURVE_BREAKDOWNS: readonly CurveBreakdown[] = ['prison', ...BREAKDOWNS.filter((each) => each !== 'area')]

/** Which curve, and told apart by what. */
export const CurvesInput = inputOf({
  /** Null: the first that may be seen. */
  curve: z.enum(CURVES, 'continuity.curve.unknown').nullable(),
  /** Null: nobody told apart. */
  breakdown: z.enum(CURVE_BREAKDOWNS, 'continuity.breakdown.unknown').nullable(),
})
export type CurvesInput = z.infer<typeof CurvesInput>
