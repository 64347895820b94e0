/**
 * How long does the forecast take for 100,000 people over 21 days, on one core? Target: under 5 s in all, 50 µs each.
 *
 *   node bench/forecast.ts [people]
 */
import { loadavg } from 'node:os'
import { type ForecastInput, forecastCover } from '../packages/domain/src/medication/forecast.ts'
import { generateHistories } from '../packages/domain/testing/generate-history.ts'
import { mixLine } from '../packages/domain/testing/history-mix.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const DAYS = 21
const TARGET_SECONDS = 5
const SEED = 20261122

/** So many histories, each at a place of its own, gone through again and again: fifty people to a place among 100,000. */
const PLACES = 2_000

/** What one core needed, in the process's own seconds, so that a busy machine does not speak for the code. */
export function benchForecast(count: number): {
  people: number
  seconds: number
  microsecondsEach: number
  gaps: number
} {
  const histories = generateHistories(Math.min(count, PLACES), SEED)
  const inputs = histories.map(
    (each): ForecastInput => ({ ...each, releaseOn: each.history.custody.outOn ?? each.today, days: DAYS }),
  )
  console.info(mixLine(histories))
  const before = process.cpuUsage()
  let gaps = 0
  for (let index = 0; index < count; index += 1) {
    const input = inputs[index % inputs.length]
    if (input && forecastCover(input).firstGap !== null) gaps += 1
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1_000_000
  return {
    people: count,
    seconds: Math.round(seconds * 100) / 100,
    microsecondsEach: Math.round((seconds / count) * 1e7) / 10,
    gaps,
  }
}

const { people, seconds, microsecondsEach, gaps } = benchForecast(COUNT)
console.info(
  `${people} people over ${DAYS} days: ${seconds} s on one core, ${microsecondsEach} µs each (load ${loadavg()[0]?.toFixed(1)}); ${gaps} have a gap`,
)
if (seconds > TARGET_SECONDS * (people / 100_000)) {
  console.error(`slower than ${TARGET_SECONDS} s for 100,000`)
  process.exitCode = 1
}
