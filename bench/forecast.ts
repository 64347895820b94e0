/**
 * How long does the forecast take for 100,000 people over 21 days, on one core?
 *
 *   node bench/forecast.ts [people]
 */
import { loadavg } from 'node:os'
import { generateHistories } from '../packages/domain/testing/generate-history.ts'
import { mixLine } from '../packages/domain/testing/history-mix.ts'
import { FORECAST_DAYS, MOST_MICROSECONDS_EACH, measureForecast } from './measure-forecast.ts'

const PEOPLE = Number(process.argv[2] ?? 100_000)
const SEED = 20261122

const histories = generateHistories(Math.min(PEOPLE, 2_000), SEED)
const { people, seconds, microsecondsEach, withGap } = measureForecast(histories, PEOPLE)
const load = loadavg()[0]?.toFixed(1)
console.info(mixLine(histories))
console.info(
  `${people} people over ${FORECAST_DAYS} days: ${seconds} s on one core, ${microsecondsEach} µs each (load ${load}); ${withGap} have a gap`,
)
if (microsecondsEach > MOST_MICROSECONDS_EACH) {
  console.error(`slower than ${MOST_MICROSECONDS_EACH} µs each`)
  process.exitCode = 1
}
