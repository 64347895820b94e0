import type { Category } from '../access/access-codes.ts'
import { CATEGORY_OF_STEP, FLOW_STEPS, type FlowStep, flowMeasure } from './flow/flow-steps.ts'
import { CATEGORY_OF_INDICATOR } from './indicator-categories.ts'
import { INDICATORS, type Indicator } from './indicators.ts'

/** Everything of which a count opens its cases: the figures that are shares, and the steps of the flow. */
export type CountedMeasure = Indicator | `flow-${FlowStep}`
export const COUNTED_MEASURES: readonly [CountedMeasure, ...CountedMeasure[]] = [
  ...INDICATORS,
  ...FLOW_STEPS.map(flowMeasure),
]

export function isIndicator(measure: string): measure is Indicator {
  return (INDICATORS as readonly string[]).includes(measure)
}

/** What somebody must be allowed to read to open the cases of a measure. */
export function measureCategory(measure: CountedMeasure): Category {
  if (isIndicator(measure)) return CATEGORY_OF_INDICATOR[measure]
  const step = FLOW_STEPS.find((each) => flowMeasure(each) === measure)
  return step ? CATEGORY_OF_STEP[step] : 'release'
}
