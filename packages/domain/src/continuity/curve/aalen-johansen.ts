import { instantsOf, type ObservedTime } from './observed-time.ts'

/** The shares from this time on, until the next step; they and `none` sum to 1. */
export type CompetingStep<End extends string> = {
  readonly time: number
  readonly atRisk: number
  /** The share that has come to each end by now. */
  readonly share: Readonly<Record<End, number>>
  /** The share that has come to none. */
  readonly none: number
}

/**
 * What share has had the first dose by then, what share died, what share is back inside? The Aalen–Johansen estimate for ends
 * that shut one another out (rule FIG-8): somebody who died is not somebody who may still come for a dose, and a
 * curve that only lost sight of them would promise too much. Point estimates, without intervals.
 *
 * @param ends every end there is, also those that nobody came to
 */
export function aalenJohansen<End extends string>(
  observed: readonly ObservedTime<End>[],
  ends: readonly End[],
): CompetingStep<End>[] {
  const share = Object.fromEntries(ends.map((end) => [end, 0])) as Record<End, number>
  let none = 1
  return instantsOf(observed).map(({ time, atRisk, ended }) => {
    const before = none
    for (const end of ends) {
      const gone = (before * (ended.get(end) ?? 0)) / atRisk
      share[end] += gone
      none -= gone
    }
    return { time, atRisk, share: { ...share }, none }
  })
}
