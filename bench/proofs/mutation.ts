import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export const name = 'mutation'

/** The promise: of 100 changes made to the rules, so many are noticed by the tests beside them: see mutation/vitest.config.ts. */
const LEAST_SCORE = 85
const WORST_FILES = 15
const MISSED = ['Survived', 'NoCoverage']

const root = join(import.meta.dirname, '../..')
const domain = join(root, 'packages/domain')
/** What was found of each folder of rules; the whole takes hours, so that a run goes on where another was interrupted. */
const kept = join(root, 'docs/mutation.json')
/** Stryker's own words on each folder, and for whoever writes a missing test what was changed and not noticed. */
const logFolder = join(root, 'test-results/mutation')

type Mutant = { status: string; mutatorName: string; replacement?: string; location: { start: { line: number } } }
type Report = { files: Record<string, { source: string; mutants: readonly Mutant[] }> }
type Counted = { file: string; noticed: number; missed: number }
type OfFolder = { seal: string; counted: Counted[] }

/**
 * Changes the rules of packages/domain one by one and asks whether a test notices. A mutant that no test reaches counts as
 * missed; data written `as const` is left out and its files are named.
 *
 * Folder by folder: one whose rules and tests are what they were when it was last examined here is not examined again.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  mkdirSync(logFolder, { recursive: true })
  const folders = foldersOfRules()
  const found = new Map(Object.entries(readKept()).filter(([folder]) => folders.includes(folder)))
  let examined = 0
  for (const folder of smallestFirst(folders)) {
    const seal = sealOf(folder)
    if (found.get(folder)?.seal === seal) continue
    examined += 1
    found.set(folder, { seal, counted: await examine(folder) })
    const sorted = [...found].toSorted(([one], [other]) => one.localeCompare(other))
    writeFileSync(kept, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
  }
  const counted = [...found.values()].flatMap((of) => of.counted)
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
    leftOutAsConst: listConstants(),
  }
  return { ok: score >= LEAST_SCORE, figures }
}

/** What no mutant is made of (packages/domain/mutation): files with data written `as const`, and how often. Stryker's report is silent of it. */
function listConstants(): string[] {
  return rulesIn('.')
    .toSorted()
    .flatMap((file) => {
      const times = readFileSync(join(domain, 'src', file), 'utf8').match(/\bas const\b/g)?.length ?? 0
      return times > 0 ? [`src/${file}: ${times}`] : []
    })
}

/** The files of a folder below src that hold rules, by their names in it: tests hold none. */
function rulesIn(folder: string): string[] {
  return readdirSync(join(domain, 'src', folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
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

function readKept(): Record<string, OfFolder> {
  return existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
}

/** What is examined soon stands soon, when there is no time for all. */
function smallestFirst(folders: readonly string[]): string[] {
  const size = (folder: string) =>
    rulesIn(folder).reduce((total, file) => total + statSync(join(domain, 'src', folder, file)).size, 0)
  return folders.toSorted((one, other) => size(one) - size(other))
}

async function examine(folder: string): Promise<Counted[]> {
  const reportFile = join(root, 'test-results/mutation.json')
  rmSync(reportFile, { force: true })
  await stryker(['run', 'stryker.config.json', '--mutate', `src/${folder}/**/*.ts,!src/**/*.test.ts`], folder)
  // Nothing to change in the folder: no report.
  if (!existsSync(reportFile)) return []
  const files = Object.entries((JSON.parse(readFileSync(reportFile, 'utf8')) as Report).files)
  const unnoticed = files.flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants
      .filter(({ status }) => MISSED.includes(status))
      .map(({ location: { start }, mutatorName, replacement }) =>
        [`${file}:${start.line}`, mutatorName, replacement, lines[start.line - 1]?.trim()].join(' | '),
      )
  })
  writeFileSync(join(logFolder, `${folder}.txt`), unnoticed.join('\n'))
  return files.map(([file, { mutants }]) => count(file, mutants))
}

function count(file: string, mutants: readonly Mutant[]): Counted {
  const having = (...statuses: string[]) => mutants.filter((mutant) => statuses.includes(mutant.status)).length
  return {
    file,
    noticed: having('Killed', 'Timeout'),
    missed: having(...MISSED),
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
