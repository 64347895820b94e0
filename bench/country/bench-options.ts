import { parseArgs } from 'node:util'

export type BenchOptions = {
  /** One country after the other, smallest first. */
  episodes: number[]
  jobs: string[] | null
  rounds: number
  seconds: number
  seed: number
  json: string
  keep: string | null
  isApiOnly: boolean
  isLoadOnly: boolean
  isAsBuilt: boolean
  profile: boolean
  replica: boolean
  pgbouncer: boolean
}

export const USAGE = `npm run bench -- [options]
  --episodes 100000      custody episodes; several, parted by commas, give the growth table
  --jobs inbox,case      only these
  --quick                one round of short stretches
  --rounds 3             how often everything is measured; the median counts
  --seconds 3            how long each stretch lasts
  --json FILE            where the figures go besides (test-results/bench.json)
  --keep FOLDER          keeps the loaded database there, and takes it from there the next time; BENCH_KEEP in the
                         environment says it to proofs that use a country as well
  --api-only             without the pages, which then need not be built
  --as-built             the pages as they were built last, though sources changed since
  --load-only            only makes the country
  --seed 1               other people, other chance
  --profile              of each job that misses a bound, where the web process spent its time
  --replica, --pgbouncer by the settings that docs/operations.md names`

/** @throws Error with a sentence when an option is not known or no number */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      episodes: { type: 'string', default: '100000' },
      jobs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string', default: 'test-results/bench.json' },
      keep: { type: 'string' },
      'api-only': { type: 'boolean', default: false },
      'load-only': { type: 'boolean', default: false },
      'as-built': { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      replica: { type: 'boolean', default: false },
      pgbouncer: { type: 'boolean', default: false },
    },
  })
  return {
    episodes: values.episodes
      .split(',')
      .map((each) => wholeNumber('episodes', each))
      .toSorted((one, other) => one - other),
    jobs: values.jobs?.split(',') ?? null,
    rounds: wholeNumber('rounds', values.rounds ?? (values.quick ? '1' : '3')),
    seconds: aNumber('seconds', values.seconds ?? (values.quick ? '0.8' : '3')),
    seed: wholeNumber('seed', values.seed),
    json: values.json,
    keep: values.keep ?? process.env.BENCH_KEEP ?? null,
    isApiOnly: values['api-only'],
    isLoadOnly: values['load-only'],
    isAsBuilt: values['as-built'],
    profile: values.profile,
    replica: values.replica,
    pgbouncer: values.pgbouncer,
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text.replaceAll('_', ''))
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is no whole number: ${text}`)
  return number
}

function aNumber(name: string, text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new Error(`--${name} is no number: ${text}`)
  return number
}
