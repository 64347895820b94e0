/** How much may still be tried, in steps of work: the same question always stops at the same place, on any machine. */
export type Effort = { left: number }

/** The work that was allowed is done, and there is no answer yet. */
export class EffortSpent extends Error {}

/** @throws EffortSpent when more was done than was allowed */
export function spend(effort: Effort, work: number): void {
  effort.left -= work
  if (effort.left < 0) throw new EffortSpent()
}
