import type { Category } from '../access/access-codes.ts'
import { CURVES } from './curve/curves.ts'
import { INDICATORS, LENGTH_INDICATORS } from './indicators.ts'
import type { Mark } from './marks.ts'

/** Kinds of measures that are kept and read together. */
export const MEASURE_FAMILIES = ['rate', 'length', 'curve', 'flow'] as const
export type MeasureFamily = (typeof MEASURE_FAMILIES)[number]

const RATES: ReadonlySet<string> = new Set(INDICATORS)
const LENGTHS: ReadonlySet<string> = new Set(LENGTH_INDICATORS)
const OF_CURVES: ReadonlySet<string> = new Set(CURVES.map((curve) => `curve-${curve}`))

/** With what is a measure kept? Whatever is no figure and no curve belongs to the flow. */
export function familyOf(measure: string): MeasureFamily {
  if (RATES.has(measure)) return 'rate'
  if (LENGTHS.has(measure)) return 'length'
  return OF_CURVES.has(measure) ? 'curve' : 'flow'
}

/** Categories that some hat does not read, although the part of its service opens them: kept apart from all others. */
const CLOSED_TO_SOME: readonly Category[] = ['partner', 'hiv-hcv', 'sharing-note', 'network']

/** How a mark is kept: by its category where not every hat may read that, together with all others otherwise. */
export function closedAs({ category }: Mark): Category | '' {
  return CLOSED_TO_SOME.includes(category) ? category : ''
}
