/**
 * docs/assurance.csv: each case of the catalogue of attacks and faults, and the tests that prove it. A test proves a case by bearing
 * its id at the start of its title, or of its group's: 'A04: without a session every table is empty'.
 *
 *   node .ci/assurance.mjs --write     names the files anew from the titles; words and reasons stay as they are
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCsvRows, writeCsvRows } from './csv-rows.mjs'
import { listSourceFiles } from './source-files.mjs'
import { listTestResults } from './test-results.mjs'

/** How many cases each group of the catalogue has: 130, and 29 taken from what went wrong in others' systems (U). */
const GROUPS = { A: 24, B: 15, C: 12, D: 13, E: 9, F: 16, G: 8, H: 12, I: 9, J: 12, U: 29 }
const IDS = '(?:[A-J]\\d{2}|U\\d{1,2})'
const BEARS = new RegExp(`^(${IDS}(?:, ${IDS})*): `)
/** But the tests of this gate itself, which are full of planted ids. */
const TEST_FILE = /(?<!^\.ci\/assurance)\.(test|spec)\.(ts|mjs)$/
const STATES = /^(held|partly: .{10,}|waits: .{10,})$/
const PLACE = 'docs/assurance.csv'
const COLUMNS = ['id', 'what', 'test file', 'state']

/** @typedef {{ id: string, what: string, files: string[], state: string }} Case */

/** The ids at the start of a title, none where there are none. @param {string} title */
export function idsOf(title) {
  return BEARS.exec(title)?.[1]?.split(', ') ?? []
}

/** Every id that there has to be a row for. */
export function everyId() {
  return Object.entries(GROUPS).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, at) => group + String(at + 1).padStart(group === 'U' ? 1 : 2, '0')),
  )
}

/** @param {string} root @returns {Case[]} */
function readCases(root) {
  return readCsvRows(readFileSync(join(root, PLACE), 'utf8')).map((row) => ({
    id: row.id ?? '',
    what: row.what ?? '',
    files: (row['test file'] ?? '').split(' ').filter((file) => file !== ''),
    state: row.state ?? '',
  }))
}

/**
 * What can be said without running anything: each id has one row, named files are there and bear it, and whoever bears an id has
 * a row that knows it. A fence, so that it is known in seconds.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkAssuranceRows(root) {
  const cases = readCases(root)
  const borne = findBorne(root)
  return { examined: cases.length, problems: [...judgeRows(cases), ...judgeFiles(root, cases, borne)] }
}

/**
 * @param {readonly Case[]} cases
 * @returns {string[]}
 */
export function judgeRows(cases) {
  const ids = cases.map(({ id }) => id)
  return [
    ...everyId().flatMap((id) => (ids.includes(id) ? [] : [`${id} has no row`])),
    ...ids.flatMap((id, at) => (ids.indexOf(id) === at ? [] : [`${id} has two rows`])),
    ...ids.flatMap((id) => (everyId().includes(id) ? [] : [`${id} is no case of the catalogue`])),
    ...cases.flatMap(({ id, what, files, state }) => [
      ...(what.length > 5 ? [] : [`${id} does not say what it is`]),
      ...(STATES.test(state) ? [] : [`${id}: "${state}" is none of held, "partly: why", "waits: why"`]),
      ...(state.startsWith('waits') === (files.length === 0) ? [] : [`${id} is ${state}, with ${files.length} files`]),
    ]),
  ]
}

/** @param {string} root @param {readonly Case[]} cases @param {Map<string, Set<string>>} borne */
function judgeFiles(root, cases, borne) {
  const row = new Map(cases.map((one) => [one.id, one]))
  return [
    ...cases.flatMap(({ id, files }) =>
      files.flatMap((file) => {
        if (!existsSync(join(root, file))) return [`${id}: there is no ${file}`]
        return borne.get(id)?.has(file) ? [] : [`${id}: no title in ${file} bears it`]
      }),
    ),
    ...[...borne].flatMap(([id, files]) => {
      const known = row.get(id)
      if (!known) return [`${id} is borne by ${[...files].join(', ')} and has no row`]
      return known.files.length > 0 ? [] : [`${id} waits, and ${[...files].join(', ')} bears it`]
    }),
  ]
}

/**
 * What the runners themselves reported of this run: in every file that a row names, tests that bear its id ran and passed.
 *
 * @param {string} root
 * @param {string} logFolder
 * @param {number} since milliseconds; reports that are older are of another run and count for nothing
 * @returns {import('./run-vitest.mjs').Count}
 */
export function checkAssurance(root, logFolder, since) {
  return judgeResults(readCases(root), listTestResults(root, logFolder, since))
}

/**
 * @param {readonly Case[]} cases
 * @param {readonly import('./test-results.mjs').TestResult[]} results
 * @returns {import('./run-vitest.mjs').Count}
 */
export function judgeResults(cases, results) {
  /** @type {Map<string, Map<string, boolean>>} of each id, the files that bear it and whether all of it passed there */
  const seen = new Map()
  for (const { file, titles, passed } of results)
    for (const id of new Set(titles.flatMap(idsOf))) {
      const files = seen.get(id) ?? new Map()
      files.set(file, (files.get(file) ?? true) && passed)
      seen.set(id, files)
    }
  const problems = judgeRows(cases)
  let held = 0
  for (const { id, files } of cases) {
    const wrong = files.filter((file) => seen.get(id)?.get(file) !== true)
    problems.push(
      ...wrong.map((file) => `${id}: ${seen.get(id)?.has(file) ? 'failed' : 'no test bearing it ran'} in ${file}`),
    )
    if (files.length > 0 && wrong.length === 0) held += 1
  }
  const rows = new Set(cases.map(({ id }) => id))
  for (const [id, files] of seen)
    if (!rows.has(id)) problems.push(`${id} is borne in ${[...files.keys()].join(', ')} and has no row`)
  if (results.length === 0) problems.push('No report of a runner was written in this run: it has to follow the tests.')
  return { passed: held, failed: problems.length, problems }
}

/** Of each id, the test files with a title that begins with it. @param {string} root @returns {Map<string, Set<string>>} */
function findBorne(root) {
  const borne = new Map()
  for (const { path, read } of listSourceFiles(root, TEST_FILE))
    for (const [, , title = ''] of read().matchAll(/(['"`])((?:[A-J]\d{2}|U\d{1,2})[^'"`\n]*)/g))
      for (const id of idsOf(`${title} `)) borne.set(id, (borne.get(id) ?? new Set()).add(path))
  return borne
}

/** Names the files anew. A case that somebody proves no longer waits; one that nobody proves any more does. @param {string} root */
function rewrite(root) {
  const borne = findBorne(root)
  const rows = readCases(root).map(({ id, what, state }) => {
    const files = [...(borne.get(id) ?? [])].sort()
    const now = files.length === 0 ? (state.startsWith('waits') ? state : 'waits: no test bears it') : state
    return [id, what, files.join(' '), files.length > 0 && now.startsWith('waits') ? 'held' : now]
  })
  writeFileSync(
    join(root, PLACE),
    writeCsvRows(rows.map((cells) => Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? ''])))),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  if (process.argv.includes('--write')) rewrite(root)
  const cases = readCases(root)
  const of = (/** @type {string} */ state) => cases.filter((one) => one.state.startsWith(state)).length
  console.log(`${of('held')} held, ${of('partly')} partly, ${of('waits')} wait`)
  for (const problem of checkAssuranceRows(root).problems) console.log(`  ${problem}`)
}
