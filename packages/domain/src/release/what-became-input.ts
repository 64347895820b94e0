import { z } from 'zod'
import { addDays, PlainDate, weekday } from '../calendar/plain-date.ts'
import { COUNT_OUTCOMES } from '../continuity/count-codes.ts'
import { inputOf } from '../request/request-fields.ts'

/** Weeks back that can be asked for: the cases of older ones are no longer open to the prison. */
export const WEEKS_BACK = 5

/** The Monday of the week that holds this day. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day))
}

/** The Mondays that can be asked for on this day, last week's first, then this week's, then those before. */
export function weeksToAsk(today: PlainDate): PlainDate[] {
  const monday = mondayOf(today)
  const before = Array.from({ length: WEEKS_BACK }, (_, back) => addDays(monday, -7 * (back + 1)))
  const [last = monday, ...older] = before
  return [last, monday, ...older]
}

/** Which week, and of it those who count in one way. Null: last week; everybody. */
export const WhatBecameInput = inputOf({
  week: PlainDate.nullable().default(null),
  outcome: z.enum(COUNT_OUTCOMES, { error: 'release.outcome.unknown' }).nullable().default(null),
})
export type WhatBecameInput = z.infer<typeof WhatBecameInput>
