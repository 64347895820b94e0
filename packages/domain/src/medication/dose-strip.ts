import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn } from '../calendar/zone.ts'
import { coverDays } from './cover-days.ts'
import type { CustodyFacts } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from './medicine-table.ts'
import type { CoverInput } from './planned-cover.ts'
import type { StripState } from './strip-state.ts'

/** The strip shows so many days before the release, its day, and so many after: 22 in all. */
export const STRIP_DAYS_BEFORE = 7
export const STRIP_DAYS_AFTER = 14

/** `fromRelease` counts local dates: -7 a week before, 0 the day itself. */
export type StripDay = StripState & { day: PlainDate; fromRelease: number }

export type StripInput = CoverInput

/**
 * How do the 22 days around the release stand (rule DOSE-7)? Read from the same days as the forecast. Without a date the
 * strip stands around today: the person could leave.
 */
export function doseStrip(input: StripInput, rules: DepotRuleSet = DEPOT_RULE_SET): StripDay[] {
  const anchor = stripAnchor(input.history.custody, plainDateIn(input.now, input.place.zone))
  const [first, last] = [addDays(anchor, -STRIP_DAYS_BEFORE), addDays(anchor, STRIP_DAYS_AFTER)]
  return coverDays(input, first, last, rules).map(({ facts: _facts, ...each }) => ({
    ...each,
    fromRelease: daysBetween(anchor, each.day),
  }))
}

/**
 * The day around which the strip stands: the day the person went out; else the date of release; else today. A date that
 * passed without being confirmed says nothing, so today is taken.
 */
export function stripAnchor(custody: CustodyFacts, today: PlainDate): PlainDate {
  if (custody.outOn !== null) return custody.outOn
  const { releaseDate, certainty } = custody
  return releaseDate !== null && (releaseDate >= today || certainty === 'confirmed') ? releaseDate : today
}
