import { ALL_ROW, rowOf } from '../figure-tables.ts'
import { type Rate, rateOf } from '../rate.ts'
import type { ShownFigures } from '../show-figures.ts'
import type { ShownCount } from '../small-counts.ts'
import { type FlowStep, flowMeasure, RELEASED_MEASURE } from './flow-steps.ts'

/** One step: how many came so far, and of how many. */
export type FlowCount = {
  step: FlowStep
  met: ShownCount
  /** Met, not met and unknown: whoever died or was back in custody, and of whom it is not asked, stands beside. */
  counted: ShownCount
  rate: Rate | { kind: 'hidden' }
}

/** The same of everybody, with what became of the others. */
export type FlowStepRow = FlowCount & {
  notMet: ShownCount
  unknown: ShownCount
  leftOut: ShownCount
  /** Reached the step before and not this one, whether known or not. Null for the first step. */
  lost: ShownCount | null
}

export type FlowGroup = { value: string; released: ShownCount; steps: FlowCount[] }

/** The flow of everybody, step by step (rule FIG-30). */
export function flowOfAll(shown: ShownFigures, steps: readonly FlowStep[]): FlowStepRow[] {
  return steps.map((step, place) => {
    const measure = flowMeasure(step)
    const lostAs = (outcome: 'not-met' | 'unknown') => shown.detail(ALL_ROW, measure, outcome, 'after-step')
    return {
      ...countOf(shown, ALL_ROW, step),
      notMet: shown.count(ALL_ROW, measure, 'not-met'),
      unknown: shown.count(ALL_ROW, measure, 'unknown'),
      leftOut: LEAVES_NOBODY_OUT.includes(step) ? 0 : shown.count(ALL_ROW, measure, 'left-out'),
      lost: place === 0 ? null : sumOf(lostAs('not-met'), lostAs('unknown')),
    }
  })
}

/** The groups of a breakdown of which something may be told; the others are too few. */
export function flowOfGroups(shown: ShownFigures, breakdown: string, steps: readonly FlowStep[]): FlowGroup[] {
  return shown.rows
    .filter((row) => row.breakdown === breakdown)
    .map(({ row }) => ({
      value: row.slice(breakdown.length + 1),
      released: releasedIn(shown, row),
      steps: steps.map((step) => countOf(shown, row, step)),
    }))
}

/**
 * One group alone. Null where so few are in it that nothing may be told: whoever asks for less and less comes down to a person,
 * and is refused before that (rule FIG-7).
 */
export function flowOfGroup(
  shown: ShownFigures,
  { breakdown, group, steps }: { breakdown: string; group: string; steps: readonly FlowStep[] },
): FlowGroup | null {
  const found = flowOfGroups(shown, breakdown, steps).find(({ value }) => value === group)
  return found && found.released !== 'hidden' ? found : null
}

/** Everybody released in a row. */
export function releasedIn(shown: ShownFigures, row: string = ALL_ROW): ShownCount {
  return shown.count(row, RELEASED_MEASURE, 'released')
}

/** The row of a group. */
export function groupRow(breakdown: string, value: string): string {
  return rowOf({ breakdown, value, month: null })
}

const LEAVES_NOBODY_OUT: readonly FlowStep[] = ['planned', 'ready', 'handed-over', 'acknowledged']

function countOf(shown: ShownFigures, row: string, step: FlowStep): FlowCount {
  const met = shown.count(row, flowMeasure(step), 'met')
  const counted = shown.count(row, flowMeasure(step), 'counted')
  const rate =
    met === 'hidden' || counted === 'hidden' ? { kind: 'hidden' as const } : rateOf({ met, denominator: counted })
  return { step, met, counted, rate }
}

function sumOf(one: ShownCount, other: ShownCount): ShownCount {
  return one === 'hidden' || other === 'hidden' ? 'hidden' : one + other
}
