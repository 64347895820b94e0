import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const name = 'mutation'

/** The promise: of 100 changes made to the rules, so many are noticed by the tests beside them: see mutation/vitest.config.ts. */
const LEAST_SCORE = 85
const WORST_FILES = 15
const MISSED = ['Survived', 'NoCoverage']

const root = join(import.meta.dirname, '../..')
const domain = join(root, 'packages/domain')
/** What was found of each folder of rules, so that a run that was interrupted goes on where it was. */
const kept = join(root, 'test-results/mutation')

type Mutant = { status: string; mutatorName: string; replacement?: string; location: { start: { line: number } } }
type Report = { files: Record<string, { source: string; mutants: readonly Mutant[] }> }
type Counted = { file: string; noticed: number; missed: number; leftOut: number }
/** `unnoticed` is for whoever writes the missing test: the line, and what was put there. */
type OfFolder = { seal: string; counted: Counted[]; unnoticed: string[] }

/**
 * Changes the rules of packages/domain one by one and asks whether a test notices. A mutant that no test reaches counts as
 * missed; data written `as const` is left out and its files are named.
 *
 * Folder by folder: one whose rules and tests are what they were when it was last examined here is not examined again.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  mkdirSync(kept, { recursive: true })
  const counted: Counted[] = []
  let examined = 0
  for (const folder of foldersOfRules()) {
    const seal = sealOf(folder)
    let found = findKept(folder, seal)
    if (!found) {
      examined += 1
      found = { seal, ...(await examine(folder)) }
      writeFileSync(join(kept, `${folder}.json`), JSON.stringify(found, null, 1))
    }
    counted.push(...found.counted)
  }
  const noticed = sum(counted.map((each) => each.noticed))
  const missed = sum(counted.map((each) => each.missed))
  const score = noticed + missed === 0 ? 0 : (100 * noticed) / (noticed + missed)
  const figures = {
    files: counted.length,
    foldersExaminedNow: examined,
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

/** Folders that hold rules; one with nothing but data has no mutant, and is examined all the same. */
function foldersOfRules(): string[] {
  return readdirSync(join(domain, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

/** Over the content of every file of a folder, its tests too. */
function sealOf(folder: string): string {
  const seal = createHash('sha256')
  const at = join(domain, 'src', folder)
  for (const file of readdirSync(at, { recursive: true, encoding: 'utf8' }).toSorted())
    if (file.endsWith('.ts')) seal.update(file).update(readFileSync(join(at, file)))
  return seal.digest('hex')
}

function findKept(folder: string, seal: string): OfFolder | null {
  const file = join(kept, `${folder}.json`)
  if (!existsSync(file)) return null
  const found = JSON.parse(readFileSync(file, 'utf8')) as OfFolder
  return found.seal === seal ? found : null
}

async function examine(folder: string): Promise<Omit<OfFolder, 'seal'>> {
  const reportFile = join(root, 'test-results/mutation.json')
  rmSync(reportFile, { force: true })
  await stryker(['run', 'stryker.config.json', '--mutate', `src/${folder}/**/*.ts,!src/**/*.test.ts`], folder)
  // Nothing to change in the folder: no report.
  if (!existsSync(reportFile)) return { counted: [], unnoticed: [] }
  const files = Object.entries((JSON.parse(readFileSync(reportFile, 'utf8')) as Report).files)
  return {
    counted: files.map(([file, { mutants }]) => count(file, mutants)),
    unnoticed: files.flatMap(([file, { source, mutants }]) => {
      const lines = source.split('\n')
      return mutants
        .filter(({ status }) => MISSED.includes(status))
        .map(({ location: { start }, mutatorName, replacement }) =>
          [`${file}:${start.line}`, mutatorName, replacement, lines[start.line - 1]?.trim()].join(' | '),
        )
    }),
  }
}

function count(file: string, mutants: readonly Mutant[]): Counted {
  const having = (...statuses: string[]) => mutants.filter((mutant) => statuses.includes(mutant.status)).length
  return {
    file,
    noticed: having('Killed', 'Timeout'),
    missed: having(...MISSED),
    leftOut: having('Ignored'),
  }
}

function stryker(args: readonly string[], folder: string): Promise<void> {
  const logFile = `test-results/mutation/${folder}.log`
  const log = createWriteStream(join(root, logFile))
  const child = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', ...args], {
    cwd: domain,
    env: { ...process.env, MUTATED_FOLDER: folder, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Stryker ended with ${code}: see ${logFile}.`)),
    )
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
