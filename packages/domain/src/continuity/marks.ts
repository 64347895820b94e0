import type { Category } from '../access/access-codes.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import { curveChangesAt, curveMarks } from './curve/curve-marks.ts'
import { LONGEST_WATCH } from './curve/curves.ts'
import { flowChangesAt, flowMarks } from './flow/flow-marks.ts'
import { indicatorChangesAt, indicatorMarks } from './indicator-marks.ts'

/**
 * One way in which a release counts somewhere: what is added up. Codes of a bounded list, never an instant, an id or a word of
 * anybody: however many releases there are, there are only so many different marks.
 */
export type Mark = {
  /** What is measured: an indicator, a curve, a step of the flow. */
  measure: string
  outcome: string
  detail: string
  /** What somebody must be allowed to read to be told of it. */
  category: Category
}

/**
 * Everything that one release adds to the figures of one scope, as of now, and when time alone next changes some of it (null:
 * never). Marks of categories that are not open to the scope are left out.
 */
export function marksOf(facts: ContinuityFacts, now: Date): { marks: Mark[]; changesAt: Date | null } {
  const marks = [...indicatorMarks(facts, now), ...curveMarks(facts, now), ...flowMarks(facts, now)]
  return {
    marks: marks.filter(({ category }) => facts.open.includes(category)),
    changesAt: earliest([
      indicatorChangesAt(facts, now),
      isWatched(facts, now) ? curveChangesAt(facts, now) : null,
      flowChangesAt(facts, now),
    ]),
  }
}

/** Whether any curve still moves with time: most releases of two years are long over, and need no calendar. */
function isWatched({ releasedAt, handoffs }: ContinuityFacts, now: Date): boolean {
  const last = Math.max(releasedAt.getTime(), ...handoffs.map(({ sentAt }) => sentAt?.getTime() ?? 0))
  return now.getTime() < last + (LONGEST_WATCH + 48) * 3_600_000
}

/** The first of these instants; nulls are never. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((first, each) => (first === null || (each !== null && each < first) ? each : first), null)
}
