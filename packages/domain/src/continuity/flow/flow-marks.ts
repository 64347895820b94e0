import type { ContinuityFacts } from '../continuity-facts.ts'
import type { Mark } from '../marks.ts'

/** What one release adds to the flow: how far the person came. */
export function flowMarks(_facts: ContinuityFacts, _now: Date): Mark[] {
  return []
}

/** When time alone next changes one of them. */
export function flowChangesAt(_facts: ContinuityFacts, _now: Date): Date | null {
  return null
}
