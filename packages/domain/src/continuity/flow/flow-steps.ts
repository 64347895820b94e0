import type { Category } from '../../access/access-codes.ts'

/** The steps from a plan to treatment, in their order: at each of them people are lost. */
export const FLOW_STEPS = [
  'planned',
  'ready',
  'handed-over',
  'acknowledged',
  'arrived',
  'dosed',
  'in-treatment',
] as const
export type FlowStep = (typeof FLOW_STEPS)[number]

/** Everybody released, once each: what every other count is a part of. */
export const RELEASED_MEASURE = 'released'

/** Those of whom somebody recorded that they died after the release. */
export const DEATHS_MEASURE = 'died'

/** Those whom a programme turned away because it takes no couples. */
export const COUPLE_MEASURE = 'couple-refusal'

/** The name of a step among all measures. */
export function flowMeasure(step: FlowStep): `flow-${FlowStep}` {
  return `flow-${step}`
}

/**
 * Whether the person had come as far as the step before. Without it nobody could say how many are lost at a step: who never had
 * a plan can arrive all the same.
 */
export const FLOW_DETAILS = ['after-step', 'without-step'] as const
export type FlowDetail = (typeof FLOW_DETAILS)[number]

/** What somebody must be allowed to read to be told of a step. */
export const CATEGORY_OF_STEP = {
  planned: 'release',
  ready: 'release',
  'handed-over': 'release',
  acknowledged: 'release',
  arrived: 'release',
  dosed: 'omt',
  'in-treatment': 'omt',
} as const satisfies Record<FlowStep, Category>
