/**
 * `npm run proof [name …]`: the full-size proofs, which take too long for every change. One line each, and docs/proof.json
 * keeps for each the figures, the commit and the date.
 *
 * A proof is a file in bench/proofs that exports `name` and `run()`, which resolves with `{ ok, figures }`: whether what it
 * proves holds, and the figures it found. Plain JavaScript for Node 20, with no dependency.
 */
import { execFileSync, fork } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildPages, generateClient, install, productNode, toolEnvironment } from './start/prepare.mjs'
import { say } from './start/progress.mjs'
import { findSentence } from './start/refused.mjs'

/** @typedef {{ name: string, ok: boolean, figures: Record<string, unknown>, error?: string }} Outcome */

const root = dirname(fileURLToPath(import.meta.url))
const record = join(root, 'docs/proof.json')
const folder = join(root, 'bench/proofs')
const logFolder = join(root, 'test-results/log')

/** Runs one proof in a process of its own and sends back what it found. */
const PROGRAM = `
const { inspect } = await import('node:util')
const { name, run } = await import(process.argv[1])
try {
  const { ok, figures } = await run()
  process.send({ name, ok, figures })
} catch (error) {
  process.send({ name, ok: false, figures: {}, error: inspect(error) })
}
process.disconnect()
`

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  say(findSentence(error, root) ?? String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
}

/** @param {string[]} wanted names; none means all @returns {Promise<boolean>} whether all held */
async function main(wanted) {
  mkdirSync(logFolder, { recursive: true })
  await install({ root, logFolder })
  await generateClient({ root, logFolder })
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
        .sort()
    : []
  const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(file.replace(/\.ts$/, '')))
  if (chosen.length === 0) {
    say(
      `No proof is called ${wanted.join(' or ')}: there are ${files.map((file) => file.replace(/\.ts$/, '')).join(', ') || 'none'}.`,
    )
    return false
  }
  await buildPages({ root, logFolder })
  let held = true
  for (const file of chosen) {
    const from = performance.now()
    const outcome = await runProof(file)
    const seconds = Math.round((performance.now() - from) / 100) / 10
    held &&= outcome.ok
    say(describe(outcome, seconds))
    write(outcome, seconds)
  }
  return held
}

/** @param {string} file @returns {Promise<Outcome>} */
function runProof(file) {
  return new Promise((resolve) => {
    const url = pathToFileURL(join(folder, file)).href
    const child = fork('-e', [PROGRAM, url], {
      execPath: productNode(root),
      execArgv: ['--input-type=module'],
      cwd: root,
      env: toolEnvironment({ TZ: 'UTC' }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    /** @type {Outcome} */
    let outcome = { name: file.replace(/\.ts$/, ''), ok: false, figures: {}, error: 'It ended without an answer.' }
    child.on('message', (message) => {
      outcome = /** @type {Outcome} */ (message)
    })
    child.once('close', () => resolve(outcome))
  })
}

/** @param {Outcome} outcome @param {number} seconds */
function describe({ name, ok, figures, error }, seconds) {
  const found = Object.entries(figures).map(
    ([figure, value]) => `${figure} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  const said = [...found, ...(error === undefined ? [] : [error])].join(', ')
  return `${ok ? '✓' : '✗'} ${name} ${ok ? 'holds' : 'does not hold'} (${seconds} s): ${said}`
}

/** @param {Outcome} outcome @param {number} seconds */
function write({ name, ok, figures }, seconds) {
  const before = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {}
  const entry = { ok, figures, seconds, commit: readCommit(), date: new Date().toISOString() }
  const all = Object.entries({ ...before, [name]: entry }).sort(([one], [other]) => one.localeCompare(other))
  writeFileSync(record, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
}

/** The commit that was proved, with a mark when something else than the record was changed since. */
function readCommit() {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', '.', ':!docs/proof.json') !== ''
  return `${git('rev-parse', 'HEAD')}${changed ? ' and changes' : ''}`
}
