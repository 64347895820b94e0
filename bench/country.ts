/**
 * `npm run bench`: a country copied into a PostgreSQL of its own, and how fast the product answers there, as ratios to two floors
 * that are measured in the same minutes. `npm run bench -- --help` says what it takes.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { dirname, resolve } from 'node:path'
import { withSuperuser } from '../packages/db/src/cluster/prepare-database.ts'
import { closeDatabase } from '../packages/db/src/database.ts'
import { buildPages } from '../start/prepare.mjs'
import { type BenchOptions, readOptions, USAGE } from './country/bench-options.ts'
import { growthOf, type Line, lineOf, tableOf, withPages } from './country/bench-report.ts'
import { configure } from './country/by-configuration.ts'
import { checkCountry } from './country/check-country.ts'
import { openCountry } from './country/country-cluster.ts'
import { type FanOut, measureFanOut } from './country/fan-out.ts'
import { FAN_OUT, jobsOf } from './country/jobs.ts'
import { measureJob } from './country/measure-job.ts'
import { startFloor, startProduct } from './country/product-server.ts'
import { type Profile, profileJob } from './country/profile-job.ts'

type SizeMeasured = {
  episodes: number
  loadBefore: number
  loadAfter: number
  lines: Line[]
  profiles: Profile[]
  fanOut: FanOut | null
}

const log = (line: string) => console.log(line)
const load = () => Math.round((loadavg()[0] ?? 0) * 10) / 10

async function measureCountry(episodes: number, options: BenchOptions): Promise<SizeMeasured> {
  const country = await openCountry(episodes, options, log)
  const loadBefore = load()
  if (options.isLoadOnly) {
    country.close()
    return { episodes, loadBefore, loadAfter: load(), lines: [], profiles: [], fanOut: null }
  }
  process.env.DATABASE_URL = country.cluster.appUrl
  let fanOut: FanOut | null = null
  const profiles: Profile[] = []
  const lines = await withSuperuser(country.cluster.superUrl, async (owner) => {
    const configured = await configure(country.cluster, country.folder, options)
    const [product, floor] = await Promise.all([
      startProduct(configured.appUrl, { isApiOnly: options.isApiOnly, isInspected: options.profile }, configured.more),
      startFloor(country.cluster.superUrl),
    ])
    try {
      const ground = { owner, ...country, port: product.port, floorPort: floor.port }
      log(`${await checkCountry(ground, !options.isApiOnly)} cases opened through the product`)
      const measured: Line[] = []
      const jobs = jobsOf(options.jobs).filter(({ kind }) => kind !== 'page' || !options.isApiOnly)
      const behind = Object.fromEntries(jobs.flatMap(({ name, behind: call }) => (call ? [[name, call]] : [])))
      for (const job of jobs) {
        const pace = {
          rounds: options.rounds,
          seconds: options.seconds,
          warmUpSeconds: Math.max(1, options.seconds / 2),
        }
        const line = lineOf(await measureJob(ground, job, pace))
        measured.push(line)
        const { toFloor } = line
        const ratios = toFloor
          ? `, × ${toFloor.p50} and × ${toFloor.p95} of the floor, ${(toFloor.throughput * 100).toFixed(0)} % of its throughput`
          : ''
        log(
          `  ${job.name}: p50 ${line.p50} ms, p95 ${line.p95} ms, ${line.perSecond} a second${ratios} (load ${load()})`,
        )
        if (
          options.profile &&
          withPages(measured, behind)
            .at(-1)
            ?.bounds.some(({ holds }) => !holds)
        ) {
          const profile = await profileJob(ground, job, product.inspectPort, options.seconds)
          profiles.push(profile)
          log(profileSentence(profile))
        }
      }
      if (options.jobs?.includes(FAN_OUT) ?? true)
        fanOut = await measureFanOut(ground, Math.max(2, options.seconds * 2))
      return withPages(measured, behind)
    } finally {
      await Promise.all([product.stop(), floor.stop()])
      await configured.close()
      await closeDatabase()
    }
  }).finally(country.close)
  return { episodes, loadBefore, loadAfter: load(), lines, profiles, fanOut }
}

function profileSentence({ requests, processor: { web, load, rest }, shares, functions }: Profile): string {
  const told = (of: Profile['shares']) =>
    of.map(({ where, share }) => `${(share * 100).toFixed(1)} % ${where}`).join(', ')
  return `    profile of ${requests} requests, of the processors ${web} ms each in the web process, ${load} ms in the load tool, ${rest} ms in PostgreSQL and the rest: ${told(shares)}\n    by function: ${told(functions)}`
}

function sentenceOf({ streams, events, deliveries, missing, product, floor }: FanOut): string {
  return `fan-out: ${events} changes to ${streams} open inboxes, ${deliveries} deliveries, ${missing} missing: p50 ${product.p50} ms, p95 ${product.p95} ms, p99 ${product.p99} ms (bare server: p50 ${floor.p50} ms, p95 ${floor.p95} ms)`
}

async function run(options: BenchOptions): Promise<boolean> {
  const root = resolve(import.meta.dirname, '..')
  jobsOf(options.jobs)
  if (!options.isApiOnly && !options.isLoadOnly && !options.isAsBuilt)
    await buildPages({ root, logFolder: resolve(root, 'test-results/log') })
  const sizes: SizeMeasured[] = []
  for (const episodes of options.episodes) {
    const size = await measureCountry(episodes, options)
    sizes.push(size)
    if (size.lines.length === 0 && !size.fanOut) continue
    log(
      `\n${episodes.toLocaleString('en')} episodes, ${availableParallelism()} processors, load ${size.loadBefore} to ${size.loadAfter}`,
    )
    log(`${tableOf(size.lines)}\n`)
    if (size.fanOut) log(`${sentenceOf(size.fanOut)}\n`)
  }
  const growth = growthOf(sizes)
  for (const { job, p50, is, bound, holds } of growth)
    log(
      `${job}: p50 ${p50.join(' → ')} ms, × ${is} from ${options.episodes[0]} to ${options.episodes.at(-1)} episodes, at most × ${bound}: ${holds ? 'holds' : 'MISSED'}`,
    )
  const whole = {
    at: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    machine: { processors: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.version },
    options: {
      rounds: options.rounds,
      seconds: options.seconds,
      seed: options.seed,
      replica: options.replica,
      pgbouncer: options.pgbouncer,
    },
    sizes,
    growth,
  }
  const file = resolve(root, options.json)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`)
  log(`written to ${options.json}`)
  return [...sizes.flatMap(({ lines }) => lines.flatMap((line) => line.bounds)), ...growth].every(({ holds }) => holds)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

if (process.argv.includes('--help')) console.log(USAGE)
else {
  const holds = await run(readOptions(process.argv.slice(2)))
  if (!holds) console.log('Not every bound holds.')
}
process.exit()
