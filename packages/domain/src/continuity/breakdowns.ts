import type { ContinuityFacts } from './continuity-facts.ts'

/** One group that a release belongs to: a Friday release, sentenced, of this area. */
export type Group = { breakdown: string; value: string }

/** Every group by which figures are told apart. Codes and ids of areas, never words. */
export function breakdownsOf(_facts: ContinuityFacts): Group[] {
  return []
}
