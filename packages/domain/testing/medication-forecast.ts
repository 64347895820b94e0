import { type ForecastInput, forecastCover } from '../src/medication/forecast.ts'
import type { PrescriptionSpan, Reach } from '../src/medication/planned-cover.ts'
import type { StripState } from '../src/medication/strip-state.ts'
import { easter } from './medication-easter.ts'
import { day } from './medication-histories.ts'

export const HERE = 'mill-lane'
export const ELSEWHERE = 'other-pharmacy'
export const REACHED: Reach = { state: 'yes', fromDay: null }
export const NOT_REACHED: Reach = { state: 'no', fromDay: null }

const LETTERS = {
  covered: 'C',
  'due-today': 'd',
  closed: 'x',
  uncovered: 'U',
  unknown: '?',
  'not-prescribed': '-',
} as const satisfies Record<StripState['state'], string>

/** Maundy Thursday 2 April 2026 and the nine days after it; first appointment on Tuesday 7 April. */
export function overEaster(overrides: Partial<ForecastInput> = {}): ForecastInput {
  return { ...easter(), dosingServiceId: HERE, releaseOn: day('2026-04-02'), days: 10, ...overrides }
}

/** A prescription that lies here and can be collected on any of its days. */
export function span(from: string, to: string, facts: Partial<PrescriptionSpan> = {}): PrescriptionSpan {
  return { from: day(from), to: day(to), collectedAtServiceId: HERE, collectBy: null, ...facts }
}

/** The days of a forecast, a letter each. */
export function letters(input: ForecastInput): string {
  const { days } = forecastCover(input)
  return days.map((each) => LETTERS[each.state]).join('')
}
