import process from 'node:process'
import { type ForecastInput, forecastCover } from '../packages/domain/src/medication/forecast.ts'
import type { GeneratedHistory } from '../packages/domain/testing/generate-history.ts'

/** The target: 100,000 people over 21 days in 5 s on one core, 50 µs each. */
export const FORECAST_DAYS = 21
export const MOST_MICROSECONDS_EACH = 50

export type ForecastSpeed = { people: number; seconds: number; microsecondsEach: number; withGap: number }

/**
 * How long the forecast of so many people takes on one core, in the process's own seconds, so that a busy machine does not
 * speak for the code. The histories are gone through again and again, each at a place of its own: 2,000 of them are fifty
 * people to a place among 100,000.
 */
export function measureForecast(histories: readonly GeneratedHistory[], people: number): ForecastSpeed {
  const inputs = histories.map(
    (each): ForecastInput => ({
      ...each,
      releaseOn: each.history.custody.outOn ?? each.today,
      days: FORECAST_DAYS,
    }),
  )
  const before = process.cpuUsage()
  let withGap = 0
  for (let index = 0; index < people; index += 1) {
    const input = inputs[index % inputs.length]
    if (input && forecastCover(input).firstGap !== null) withGap += 1
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1_000_000
  return {
    people,
    seconds: Math.round(seconds * 100) / 100,
    microsecondsEach: Math.round((seconds / people) * 10_000_000) / 10,
    withGap,
  }
}
