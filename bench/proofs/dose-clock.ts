import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { generateHistories } from '../../packages/domain/testing/generate-history.ts'
import { LEAST_PERCENT, mixOf } from '../../packages/domain/testing/history-mix.ts'
import { MOST_MICROSECONDS_EACH, measureForecast } from '../measure-forecast.ts'

export const name = 'dose-clock'

const HISTORIES = 10_000
const PROPERTY_RUNS = 10_000
const PEOPLE = 100_000

const root = join(import.meta.dirname, '../..')

/**
 * Every property of cover and forecast on 10,000 generated histories, how mixed such histories are, and how long the
 * forecast of 100,000 people over 21 days takes on one core. Holds when all properties do, no kind is too rare, and a
 * forecast takes at most 50 µs.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  const mix = mixOf(generateHistories(HISTORIES, Date.now() % 2 ** 31))
  const isMixed = Object.entries(LEAST_PERCENT).every(([kind, least]) => mix[kind as keyof typeof mix] >= least)
  const speed = measureForecast(generateHistories(2_000, 20261122), PEOPLE)
  const propertiesHold = await propertiesOf(PROPERTY_RUNS)
  return {
    ok: isMixed && propertiesHold && speed.microsecondsEach <= MOST_MICROSECONDS_EACH,
    figures: { ...mix, propertyRuns: PROPERTY_RUNS, ...speed },
  }
}

function propertiesOf(runs: number): Promise<boolean> {
  const log = createWriteStream(join(root, 'test-results/log/dose-clock.log'))
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', 'properties', '--testTimeout=1200000'], {
    cwd: join(root, 'packages/domain'),
    env: { ...process.env, PROPERTY_RUNS: String(runs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}
