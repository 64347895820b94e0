import { getPlainDate } from '../calendar/plain-date.ts'
import type { DeadlineBody } from './deadline-body.ts'

/** How long a service has, with the name and the version of the rule: a handoff keeps both. */
export type DeadlineRule = { id: string; version: number; body: DeadlineBody }

/**
 * How long a service has to acknowledge, by kind, and then to name a worker, where no local rule was approved: our default,
 * not a guideline (rule DUE-1). What is true of every rule, local or not, stands in handoff-deadline.ts.
 */
export const DEADLINE_RULE = {
  id: 'handoff-deadlines',
  version: 1,
  source: 'Our default: practice research 5.4 and the definitions, Due',
  mark: 'ours',
  reviewBy: getPlainDate('2027-05-31'),
  body: {
    emergency: { unit: 'hours', count: 4 },
    'short-notice': { unit: 'hours', count: 8 },
    planned: { unit: 'open-days', count: 2 },
    accept: { unit: 'open-days', count: 1 },
  },
} as const
