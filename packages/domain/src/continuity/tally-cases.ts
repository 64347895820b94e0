import { plainDateIn } from '../calendar/zone.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import type { CountOutcome, IndicatorCount } from './count-codes.ts'
import { countIndicator } from './count-indicator.ts'
import { INDICATORS, type Indicator } from './indicators.ts'

/** How many cases of one prison and one month counted in one way. A database can make the same rows. */
export type Tally = {
  indicator: Indicator
  /** The month of release in the prison's calendar: `2026-04`. */
  month: string
  prisonId: string
  outcome: CountOutcome
  detail: IndicatorCount['detail']
  count: number
}

/** Counts every case in every figure, and adds up what is alike. */
export function tallyCases(cases: readonly { prisonId: string; facts: ContinuityFacts }[], now: Date): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { prisonId, facts } of cases) {
    const month = plainDateIn(facts.releasedAt, facts.zone).slice(0, 7)
    for (const indicator of INDICATORS)
      for (const { outcome, detail } of countIndicator(indicator, facts, now)) {
        const key = [indicator, month, prisonId, outcome, detail].join(' ')
        const tally = tallies.get(key) ?? { indicator, month, prisonId, outcome, detail, count: 0 }
        tallies.set(key, { ...tally, count: tally.count + 1 })
      }
  }
  return [...tallies.values()]
}
