import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { type CoverDay, coverDays, todayOf } from './cover-days.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from './medicine-table.ts'
import type { CoverInput } from './planned-cover.ts'
import { firstGapOf, type GapState, gapStateOf, isGap } from './strip-state.ts'

export type ForecastInput = CoverInput & {
  /** The assumed day out, if the person is still inside; it need not be the recorded date. First day of the forecast. */
  releaseOn: PlainDate
  /** How many days from `releaseOn` on, 1 or more. */
  days: number
}

/** A day with the three facts of definitions.md; `facts` is null inside, in the past, and where nothing is prescribed. */
export type ForecastDay = CoverDay

export type UncoveredDay = { day: PlainDate; why: GapState }

export type Forecast = {
  /** From `releaseOn` on, in order. */
  days: ForecastDay[]
  /** Every day of them without cover, with its reason. Days about which nobody knows are among them. */
  uncovered: UncoveredDay[]
  /** The gap that goes on today, or else the first to come; the same one that the sentence tells. */
  firstGap: { from: PlainDate; to: PlainDate; days: number } | null
  /** Covered days that rest on an appointment alone: nobody said that the prescription, or the way there, holds. */
  restsOnUnknown: PlainDate[]
}

/**
 * If the person goes out on this day, which days are covered, by what, and why not (rule DOSE-9)?
 *
 * For somebody inside the day out is assumed, whatever date is recorded, so that each possible date can be tried and
 * nothing is saved. For somebody who is out it is only the first day shown. Days are the dosing point's calendar days.
 */
export function forecastCover(input: ForecastInput, rules: DepotRuleSet = DEPOT_RULE_SET): Forecast {
  const today = todayOf(input)
  const days = coverDays(assumeOut(input), input.releaseOn, addDays(input.releaseOn, input.days - 1), rules)
  const gap = firstGapOf(days, today)
  const first = gap[0]
  const last = gap.at(-1)
  return {
    days,
    uncovered: days.filter(isGap).map((each) => ({ day: each.day, why: gapStateOf(each) })),
    firstGap: first && last ? { from: first.day, to: last.day, days: gap.length } : null,
    restsOnUnknown: days.filter(isOnUnknown).map((each) => each.day),
  }
}

/** The same record, with the assumed day out in place of the planned one. Once the person is out, no plan is read. */
function assumeOut(input: ForecastInput): ForecastInput {
  const custody = { ...input.history.custody, releaseDate: input.releaseOn }
  return { ...input, history: { ...input.history, custody } }
}

/** Is this day covered by an appointment alone, while nobody said that the prescription, or the way there, holds? */
export function isOnUnknown(each: CoverDay): boolean {
  if (each.state !== 'covered' || each.way !== 'expected-there') return false
  return each.facts?.prescription === 'unknown' || each.facts?.reachable === 'unknown'
}
