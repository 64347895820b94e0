import { plainDateIn } from '../../src/calendar/zone.ts'
import type { ContinuityFacts } from '../../src/continuity/continuity-facts.ts'
import { type IndicatorReport, indicatorReport } from '../../src/continuity/continuity-report.ts'
import type { CountOutcome, IndicatorCount } from '../../src/continuity/count-codes.ts'
import { countIndicator } from '../../src/continuity/count-indicator.ts'
import type { FigureTotal } from '../../src/continuity/figure-tables.ts'
import { RELEASED_MEASURE } from '../../src/continuity/flow/flow-steps.ts'
import { INDICATOR_TABLE, INDICATORS, type Indicator } from '../../src/continuity/indicators.ts'
import { showFigures } from '../../src/continuity/show-figures.ts'

/** How many cases of one prison and one month counted in one way. */
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

/** The figures of a region of which these are the releases, as its pages show them. */
export function reportsOf(
  tallies: readonly Tally[],
  { months, prisonIds }: { months: readonly string[]; prisonIds: readonly string[] },
): IndicatorReport[] {
  const totals = totalsOf(tallies)
  const indicators = INDICATORS.filter((indicator) => tallies.some((tally) => tally.indicator === indicator))
  const shown = showFigures({
    scope: 'region',
    months,
    indicators,
    steps: [],
    tellsCouples: false,
    totals,
    own: [],
  })
  return INDICATORS.map((indicator) =>
    indicatorReport({ shown, totals, months, prisonIds, scope: 'region' }, indicator),
  )
}

/** As the roll-up adds them up: everybody, by month and by prison, and how many were released in each. */
function totalsOf(tallies: readonly Tally[]): FigureTotal[] {
  const rows = (tally: Tally) => [
    { breakdown: 'all', value: 'all', month: null },
    { breakdown: 'all', value: 'all', month: tally.month },
    { breakdown: 'prison', value: tally.prisonId, month: null },
  ]
  const counted = tallies.filter(({ count }) => count > 0)
  const totals = counted.flatMap((tally) =>
    rows(tally).map((row) => ({
      ...row,
      measure: tally.indicator,
      outcome: tally.outcome,
      detail: tally.detail,
      count: tally.count,
    })),
  )
  // Every release counts once in each of these: one of them tells how many there were.
  const first = counted.find(({ indicator }) => INDICATOR_TABLE[indicator].unit === 'release')?.indicator
  const released = counted.flatMap((tally) =>
    tally.indicator === first
      ? rows(tally).map((row) => ({
          ...row,
          measure: RELEASED_MEASURE,
          outcome: 'counted',
          detail: 'release',
          count: tally.count,
        }))
      : [],
  )
  return [...totals, ...released]
}
