import type { Category } from '../../access/access-codes.ts'

/** What is waited for, from the release on or from the sending of a handoff on; in the order of the page. */
export const CURVES = ['first-dose', 'first-contact', 'treatment-start', 'acknowledgement'] as const
export type Curve = (typeof CURVES)[number]

/** How waiting ends: with what was waited for, or with something after which it cannot come any more. */
export const CURVE_ENDS = ['event', 'died', 'back-inside'] as const
export type CurveEnd = (typeof CURVE_ENDS)[number]

/** Each curve: who is waited with, from when, and which category of data a service must be open for to see it (rule FIG-8). */
export const CURVE_TABLE = {
  'first-dose': { category: 'omt', unit: 'release', startsAt: 'release' },
  'first-contact': { category: 'release', unit: 'release', startsAt: 'release' },
  'treatment-start': { category: 'omt', unit: 'release', startsAt: 'release' },
  acknowledgement: { category: 'release', unit: 'handoff-chain', startsAt: 'sending' },
} as const satisfies Record<
  Curve,
  { category: Category; unit: 'release' | 'handoff-chain'; startsAt: 'release' | 'sending' }
>

/**
 * How far a release can have been watched, in hours: to one of these and no further (rule FIG-8). Who has been out for 20 hours
 * is watched for 12. What happened after the last point that has passed is not on the curve yet, for those who had the event
 * and those who did not alike; otherwise the last hours would hold only those who had it.
 */
export const WATCH_HOURS = [0, 6, 12, 24, 36, 48, 60, 72, 96, 120, 144, 168, 336, 504, 672] as const

/** Nobody is watched for longer: four weeks. */
export const LONGEST_WATCH = 672

/** Up to so many hours times are kept by the hour, and later by the day. */
export const HOURS_KEPT = 72
