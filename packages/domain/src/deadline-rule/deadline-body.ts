import { z } from 'zod'
import { inputOf } from '../request/request-fields.ts'

/** How time to answer is counted: around the clock, while the receiver is open, or to the close of its so-many-eth open day. */
export const TIME_UNITS = ['hours', 'open-hours', 'open-days'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** No local rule leaves more time than this, whatever it counts in (rule DUE-5). */
export const MOST_TIME = { hours: 48, 'open-hours': 24, 'open-days': 5 } as const satisfies Record<TimeUnit, number>

const TimeAllowed = inputOf({
  unit: z.enum(TIME_UNITS, { error: 'deadline-rule.unit.unknown' }),
  count: z.int('deadline-rule.count.whole').min(1, 'deadline-rule.count.from-one'),
}).refine(({ unit, count }) => count <= MOST_TIME[unit], { path: ['count'], error: 'deadline-rule.count.too-long' })
export type TimeAllowed = z.infer<typeof TimeAllowed>

/** What time is given for: the three kinds of handoff to be acknowledged, and an acknowledged one to be taken by somebody. */
export const DEADLINE_STEPS = ['emergency', 'short-notice', 'planned', 'accept'] as const
export type DeadlineStep = (typeof DEADLINE_STEPS)[number]

/** How long a service has to answer a handoff, by kind, and then to name who takes it. */
export const DeadlineBody = inputOf({
  emergency: TimeAllowed,
  'short-notice': TimeAllowed,
  planned: TimeAllowed,
  accept: TimeAllowed,
})
export type DeadlineBody = z.infer<typeof DeadlineBody>
