import { z } from 'zod'
import { inputOf } from '../../request/request-fields.ts'
import { BREAKDOWNS, type Breakdown } from '../breakdowns.ts'

/** By what the flow is told apart: places, and all breakdowns. */
export const FLOW_BREAKDOWNS = ['prison', 'service', ...BREAKDOWNS] as const
export type FlowBreakdown = 'prison' | 'service' | Breakdown

/** What the flow is asked for: told apart by what, and one group of it alone. */
export const FlowInput = inputOf({
  /** Null: nobody told apart. */
  breakdown: z.enum(FLOW_BREAKDOWNS, 'continuity.breakdown.unknown').nullable(),
  /** Null: all groups. A code or the id of a place. */
  group: z
    .string('continuity.group.unknown')
    .regex(/^[A-Za-z0-9-]{1,40}$/, 'continuity.group.unknown')
    .nullable(),
})
export type FlowInput = z.infer<typeof FlowInput>
