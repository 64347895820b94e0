import { z } from 'zod'

/** How a prescription stands. What was collected stays so; what was cancelled covers nothing. */
export const PRESCRIPTION_STATUSES = ['written', 'collected', 'cancelled'] as const
export const PrescriptionStatus = z.enum(PRESCRIPTION_STATUSES, 'cover-plan.status.unknown')
export type PrescriptionStatus = z.infer<typeof PrescriptionStatus>

/** Can the person reach the dosing point in its hours? Unknown is an answer. */
export const REACH_STATES = ['yes', 'no', 'unknown'] as const
export const ReachState = z.enum(REACH_STATES, 'cover-plan.reach.unknown')
export type ReachState = z.infer<typeof ReachState>

/** The ways to close a gap, in the order in which they are asked for. */
export const WAYS_TO_CLOSE = [
  'depot-before-release',
  'bridging-supply',
  'other-dosing-point',
  'earlier-appointment',
  'earlier-release',
] as const
export const WayCode = z.enum(WAYS_TO_CLOSE, 'cover-plan.way.unknown')
export type WayCode = z.infer<typeof WayCode>

/**
 * Why a cover plan ended. `gap-closed`: what was recorded, or what moved, left no day without cover. `no-treatment`: nothing is
 * prescribed any more.
 */
export const PLAN_ENDS = ['withdrawn', 'replaced', 'gap-closed', 'no-treatment'] as const
export type PlanEnd = (typeof PLAN_ENDS)[number]

/** Why a living cover plan needs another look: which fact that it stood on has moved. In the order in which they are told. */
export const STALE_REASONS = [
  'release-moved',
  'treatment-changed',
  'place-changed',
  'prescription-withdrawn',
  'place-shut',
  'gap-changed',
] as const
export type StaleReason = (typeof STALE_REASONS)[number]
