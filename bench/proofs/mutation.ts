import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const name = 'mutation'

/** The promise: of 100 changes made to the rules, so many are noticed by the tests beside them. */
const LEAST_SCORE = 85
const WORST_FILES = 15

const root = join(import.meta.dirname, '../..')
const domain = join(root, 'packages/domain')

type Mutant = { status: string }
type Report = { files: Record<string, { mutants: readonly Mutant[] }> }
type Counted = { file: string; noticed: number; missed: number; leftOut: number }

/**
 * Changes the rules of packages/domain one by one and asks whether a test notices. A mutant that no test reaches counts as
 * missed; data written `as const` is left out and its files are named. `MUTATE` narrows it to a pattern of files.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  const only = process.env.MUTATE ? ['--mutate', process.env.MUTATE] : []
  await stryker(['run', 'stryker.config.json', ...only])
  const report = JSON.parse(readFileSync(join(root, 'test-results/mutation.json'), 'utf8')) as Report
  const counted = Object.entries(report.files).map(([file, { mutants }]) => count(file, mutants))
  const noticed = sum(counted.map((each) => each.noticed))
  const missed = sum(counted.map((each) => each.missed))
  const score = noticed + missed === 0 ? 0 : (100 * noticed) / (noticed + missed)
  const figures = {
    files: counted.length,
    mutants: noticed + missed,
    noticed,
    missed,
    score: Number(score.toFixed(1)),
    worst: counted
      .filter((each) => each.missed > 0)
      .toSorted((left, right) => right.missed - left.missed)
      .slice(0, WORST_FILES)
      .map((each) => `${each.file}: ${each.missed} of ${each.noticed + each.missed} missed`),
    leftOutAsConst: counted.filter((each) => each.leftOut > 0).map((each) => `${each.file}: ${each.leftOut}`),
  }
  return { ok: score >= LEAST_SCORE, figures }
}

function count(file: string, mutants: readonly Mutant[]): Counted {
  const having = (...statuses: string[]) => mutants.filter((mutant) => statuses.includes(mutant.status)).length
  return {
    file,
    noticed: having('Killed', 'Timeout'),
    missed: having('Survived', 'NoCoverage'),
    leftOut: having('Ignored'),
  }
}

function stryker(args: readonly string[]): Promise<void> {
  const log = createWriteStream(join(root, 'test-results/log/mutation.log'))
  const child = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', ...args], {
    cwd: domain,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Stryker ended with ${code}: see test-results/log/mutation.log.`)),
    )
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
