import { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'
import { COUNT_OUTCOMES } from './count-codes.ts'
import { INDICATORS } from './indicators.ts'

/** A month as `2026-04`. */
export const MonthInput = z
  .string('continuity.month.missing')
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, 'continuity.month.impossible')

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

/** The cases that one count of one figure counted. */
export const ContinuityCasesInput = inputOf({
  ...SELECTION,
  indicator: z.enum(INDICATORS, 'continuity.indicator.unknown'),
  outcome: z.enum(COUNT_OUTCOMES, 'continuity.outcome.unknown'),
  page: z.int('continuity.page.invalid').min(1, 'continuity.page.invalid').max(1000, 'continuity.page.invalid'),
})
export type ContinuityCasesInput = z.infer<typeof ContinuityCasesInput>

/** Rows on one page of the list. */
export const CASES_PER_PAGE = 50
