/**
 * `npm test`: installs what it needs, runs every gate, and ends with how many tests passed and failed.
 *
 *   npm test                 everything
 *   npm test -- api journeys only the gates whose names hold one of these words
 *
 * Plain JavaScript for Node 20, with no dependency. Its parts are in .ci/.
 */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { listGates } from './.ci/gates.mjs'
import { generateClient, install } from './start/prepare.mjs'
import { say } from './start/progress.mjs'
import { findSentence } from './start/refused.mjs'
import { stopTools } from './start/run-tool.mjs'

const BUDGET_MINUTES = 15
const SHOWN_PROBLEMS = 20
const SHOWN_LINES = 25

const root = dirname(fileURLToPath(import.meta.url))
const logFolder = join(root, 'test-results/log')
const words = process.argv.slice(2)
const from = performance.now()

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    stopTools()
    process.exit(130)
  })
}

let passed = 0
let failed = 0
try {
  mkdirSync(logFolder, { recursive: true })
  await install({ root, logFolder })
  await generateClient({ root, logFolder })
  const { first, lanes, last } = listGates(root, logFolder)
  await passAll(first)
  await Promise.all(lanes.map(passAll))
  await passAll(last)
} catch (error) {
  say(sentenceFor(error))
  failed += 1
}
const minutes = (performance.now() - from) / 60_000
if (minutes > BUDGET_MINUTES) say(`It took ${minutes.toFixed(1)} minutes, and ${BUDGET_MINUTES} are its budget.`)
else say(`It took ${minutes.toFixed(1)} of ${BUDGET_MINUTES} minutes. What each part said is in test-results/log.`)
if (passed + failed === 0) {
  say(`No gate is called ${words.join(' or ')}.`)
  failed = 1
}
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** Runs the gates that were asked for, one after the other. @param {import('./.ci/gates.mjs').Gate[]} gates */
async function passAll(gates) {
  for (const gate of gates) {
    if (words.length > 0 && !words.some((word) => gate.name.includes(word))) continue
    const count = await pass(gate)
    passed += count.passed
    failed += count.failed
  }
}

/** Runs one gate and shows its time beside its budget. @param {import('./.ci/gates.mjs').Gate} gate */
async function pass(gate) {
  const began = performance.now()
  /** @type {import('./.ci/run-vitest.mjs').Count} */
  let count
  try {
    count = await gate.run()
  } catch (error) {
    count = { passed: 0, failed: 1, problems: [sentenceFor(error)] }
  }
  const seconds = (performance.now() - began) / 1000
  const time = `${seconds.toFixed(1)} s of ${gate.budgetSeconds} s${seconds > gate.budgetSeconds ? ', OVER' : ''}`
  say(
    `${count.failed === 0 ? '✓' : '✗'} ${gate.name.padEnd(62)} ${time.padStart(20)}   ${count.passed} passed, ${count.failed} failed`,
  )
  for (const problem of count.problems.slice(0, SHOWN_PROBLEMS)) say(shorten(problem))
  if (count.problems.length > SHOWN_PROBLEMS) say(`    … and ${count.problems.length - SHOWN_PROBLEMS} more`)
  return count
}

/** A problem as a reader wants it: without colours, and without the frames of other people's code. @param {string} problem */
function shorten(problem) {
  const lines = stripVTControlCharacters(problem)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*at .*(node_modules|new Promise|node:internal)/.test(line))
  const more = lines.length > SHOWN_LINES ? [`… ${lines.length - SHOWN_LINES} more lines`] : []
  return [...lines.slice(0, SHOWN_LINES), ...more].map((line) => `    ${line}`).join('\n')
}

/** @param {unknown} error */
function sentenceFor(error) {
  return findSentence(error, root) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
}
