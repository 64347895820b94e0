/**
 * The fences: what may import what, how files are named and how long they are. Each says how many files it examined.
 *
 *   npm run fences
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toolEnvironment } from '../start/prepare.mjs'
import { checkAdvisories } from './advisories.mjs'
import { checkAssuranceRows } from './assurance.mjs'
import { checkAsvs } from './asvs.mjs'
import { checkLicences } from './licences.mjs'
import { checkInert, checkOutgoing } from './outgoing.mjs'
import { checkSecrets } from './secrets.mjs'
import { TEXT_FENCES } from './text-fences.mjs'

/** @typedef {import('./text-fences.mjs').Verdict} Verdict */

/** The two fences that are programs; both say how many files they looked at. */
const TOOLS = [
  { name: 'packages import only what they may', program: 'turbo', args: ['boundaries', '--no-color'] },
  {
    name: 'files are formatted, linted and within their rules',
    program: 'biome',
    args: ['ci', '--colors=off', '--max-diagnostics=20', '.'],
  },
]

/**
 * @param {string} root
 * @returns {{ name: string, run: () => Verdict }[]}
 */
export function listFences(root) {
  return [
    ...TOOLS.map(({ name, program, args }) => ({ name, run: () => runTool(root, program, args) })),
    ...Object.entries(TEXT_FENCES).map(([name, look]) => ({ name, run: () => look(root) })),
    { name: 'what is shipped may be shipped, and NOTICE lists it', run: () => checkLicences(root) },
    { name: 'nothing shipped has a known hole', run: () => checkAdvisories(root) },
    { name: 'no secret stands in the repository', run: () => checkSecrets(root) },
    { name: 'nothing asks another machine but where it may', run: () => checkOutgoing(root) },
    { name: 'nothing takes text for a program', run: () => checkInert(root) },
    { name: 'every requirement has its row, and its proof', run: () => checkAsvs(root) },
    { name: 'every case of the catalogue has its row, and its tests', run: () => checkAssuranceRows(root) },
  ]
}

/**
 * A fence's verdict with the last rule applied: one that looked at nothing has failed.
 *
 * @param {Verdict} verdict
 * @returns {Verdict}
 */
export function judge({ examined, problems }) {
  return { examined, problems: examined === 0 ? [...problems, 'It examined no file.'] : problems }
}

/** @param {string} root @param {string} program @param {string[]} args @returns {Verdict} */
function runTool(root, program, args) {
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    env: toolEnvironment(),
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  const said = `${stdout}${stderr}`
  const examined = Number(/Checked (\d+) files/.exec(said)?.[1] ?? 0)
  return { examined, problems: status === 0 ? [] : [error?.message ?? said.trim()] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  for (const { name, run } of listFences(root)) {
    const { examined, problems } = judge(run())
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}: ${examined} files examined`)
    for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`)
    if (problems.length > 0) process.exitCode = 1
  }
}
