import { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'
import { COUNT_OUTCOMES } from './count-codes.ts'
import { COUNTED_MEASURES } from './counted-measures.ts'
import { FLOW_BREAKDOWNS } from './flow/flow-input.ts'
import { LENGTH_INDICATORS } from './indicators.ts'
import { MonthInput } from './month-input.ts'

const SELECTION = {
  /** The first and last month asked for. Null: as far as the figures go. */
  from: MonthInput.nullable(),
  to: MonthInput.nullable(),
  /** One prison, over the whole period. Null: all of them. */
  prisonId: idOf('continuity.prisonId').nullable(),
}

/** What the dashboard is asked for. */
export const ContinuityReportInput = inputOf(SELECTION)
export type ContinuityReportInput = z.infer<typeof ContinuityReportInput>

/** A length of time by month: over months, and never by prison. */
export const ContinuityLengthsInput = inputOf({
  from: SELECTION.from,
  to: SELECTION.to,
  indicator: z.enum(LENGTH_INDICATORS, 'continuity.indicator.unknown'),
})
export type ContinuityLengthsInput = z.infer<typeof ContinuityLengthsInput>

/**
 * The cases that one count counted: of a figure, or of a step of the flow (`flow-arrived`). Of a step, and of a group such as Friday
 * releases, or one way of counting, over the whole period and all prisons: months and prisons are not asked for then.
 */
export const ContinuityCasesInput = inputOf({
  ...SELECTION,
  indicator: z.enum(COUNTED_MEASURES, 'continuity.indicator.unknown'),
  outcome: z.enum(COUNT_OUTCOMES, 'continuity.outcome.unknown'),
  /** Of a step: those who had come as far as the one before it and not so far, whatever is known. The outcome is not asked for then. */
  isLost: z.boolean('continuity.outcome.unknown').default(false),
  breakdown: z.enum(FLOW_BREAKDOWNS, 'continuity.breakdown.unknown').nullable().default(null),
  /** A code of the breakdown, or the id of a place. */
  group: z
    .string('continuity.group.unknown')
    .regex(/^[A-Za-z0-9-]{1,40}$/, 'continuity.group.unknown')
    .nullable()
    .default(null),
  /** Of a figure, one way in which a case counted, as `later` among those not met. Null: every one. */
  detail: z
    .string('continuity.detail.unknown')
    .regex(/^[a-z0-9-]{1,40}$/, 'continuity.detail.unknown')
    .nullable()
    .default(null),
  page: z.int('continuity.page.invalid').min(1, 'continuity.page.invalid').max(1000, 'continuity.page.invalid'),
})
export type ContinuityCasesInput = z.infer<typeof ContinuityCasesInput>

/** Rows on one page of the list. */
export const CASES_PER_PAGE = 50
