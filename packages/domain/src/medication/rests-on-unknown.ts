import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Forecast, ForecastDay } from './forecast.ts'

/** What nobody has said about days that are covered by an appointment alone. */
export const UNSAID = ['prescription', 'reach', 'both'] as const
export type Unsaid = (typeof UNSAID)[number]

/** Days in a row, the last one included, about which the same was not said. */
export type RestsOnUnknown = { from: PlainDate; to: PlainDate; days: number; unsaid: Unsaid }

/**
 * Which coming days are covered by an appointment alone, and what did nobody say about them (rule DOSE-9)? In order; a run ends where
 * a day is missing or something else is unsaid. They count as covered: this says how little holds them.
 */
export function restsOnUnknown(
  { days, restsOnUnknown: resting }: Pick<Forecast, 'days' | 'restsOnUnknown'>,
  today: PlainDate,
): RestsOnUnknown[] {
  const runs: RestsOnUnknown[] = []
  for (const { day, facts } of days) {
    if (day < today || facts === null || !resting.includes(day)) continue
    const unsaid = unsaidOf(facts)
    const last = runs.at(-1)
    if (last && last.unsaid === unsaid && addDays(last.to, 1) === day)
      runs[runs.length - 1] = { ...last, to: day, days: last.days + 1 }
    else runs.push({ from: day, to: day, days: 1, unsaid })
  }
  return runs
}

function unsaidOf({ prescription, reachable }: NonNullable<ForecastDay['facts']>): Unsaid {
  if (prescription !== 'unknown') return 'reach'
  return reachable === 'unknown' ? 'both' : 'prescription'
}
