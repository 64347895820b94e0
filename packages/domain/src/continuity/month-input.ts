import { z } from 'zod'

/** A month as `2026-04`. */
export const MonthInput = z
  .string('continuity.month.missing')
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, 'continuity.month.impossible')
