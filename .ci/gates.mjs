import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, productNode, toolEnvironment } from '../start/prepare.mjs'
import { runTool } from '../start/run-tool.mjs'
import { checkAssurance } from './assurance.mjs'
import { judge, listFences } from './fences.mjs'
import { proveOrdinaryUser } from './ordinary-user.mjs'
import { runJourneys } from './run-journeys.mjs'
import { listTestFiles, runVitest } from './run-vitest.mjs'

/**
 * @typedef {object} Gate
 * @property {string} name
 * @property {number} budgetSeconds on two cores; shown beside the time, so that a part that grows is seen
 * @property {() => Promise<import('./run-vitest.mjs').Count> | import('./run-vitest.mjs').Count} run
 */

/** Every package whose types are checked, and its tests. A folder without tests is listed as such and fails. */
const PACKAGES = [
  { folder: 'packages/domain', tests: 'rules', budgetSeconds: 60 },
  { folder: 'packages/i18n', tests: 'words', budgetSeconds: 20 },
  { folder: 'packages/ui', tests: 'components', budgetSeconds: 40 },
  { folder: 'packages/db', tests: 'storage', budgetSeconds: 90 },
  { folder: 'packages/api', tests: 'use cases and rights', budgetSeconds: 600 },
  { folder: 'apps/worker', tests: 'what happens by itself', budgetSeconds: 40 },
  { folder: 'apps/web', tests: 'doors', budgetSeconds: 60 },
  { folder: 'prisma', tests: 'demo data', budgetSeconds: 60 },
  { folder: 'e2e', tests: null, budgetSeconds: 0 },
]
/** Takes nearly as long as the journeys. */
const LONGEST = 'packages/api'
/** Two folders of one suite: what runs before anything is installed. */
const HOUSE = { folders: ['start', '.ci'], budgetSeconds: 120 }

/**
 * All gates. `first` run one after the other, in the order in which a fault is cheapest to find; then the `lanes` run side by
 * side, because journeys, starts and whatever waits for a clock leave half of two cores idle; `last` read what all of them reported.
 *
 * @param {string} root
 * @param {string} logFolder
 * @returns {{ first: Gate[], lanes: Gate[][], last: Gate[] }}
 */
export function listGates(root, logFolder) {
  const began = Date.now()
  const first = [
    ...listFences(root).map(({ name, run }) => ({
      name: `fence: ${name}`,
      budgetSeconds: 5,
      run: () => countVerdict(judge(run())),
    })),
    { name: 'build: the pages', budgetSeconds: 120, run: () => countTool(buildPages({ root, logFolder })) },
    ...[...PACKAGES.map(({ folder }) => folder), 'start'].map((folder) => ({
      name: `types: ${folder}`,
      budgetSeconds: 10,
      run: () => countTool(checkTypes(root, folder, logFolder)),
    })),
  ]
  const testsWhere = (/** @type {(folder: string) => boolean} */ isHere) =>
    PACKAGES.flatMap(({ folder, tests, budgetSeconds }) =>
      tests !== null && isHere(folder) ? [packageTests(root, logFolder, folder, tests, budgetSeconds)] : [],
    )
  const rights = testsWhere((folder) => folder === LONGEST)
  const journeys = [
    { name: 'journeys: in a real browser', budgetSeconds: 600, run: () => runJourneys(root, logFolder) },
  ]
  const others = [
    houseTests(root, logFolder),
    ...testsWhere((folder) => folder !== LONGEST),
    {
      name: 'start: as an ordinary user, from a clone',
      budgetSeconds: 240,
      run: () => proveOrdinaryUser(root, logFolder),
    },
  ]
  const last = [
    {
      name: 'assurance: what proves which case of the catalogue',
      budgetSeconds: 5,
      run: () => checkAssurance(root, logFolder, began),
    },
  ]
  return { first, lanes: [rights, journeys, others], last }
}

/** @param {string} root @param {string} logFolder @returns {Gate} */
function houseTests(root, logFolder) {
  const files = HOUSE.folders.reduce((sum, folder) => sum + listTestFiles(root, folder).length, 0)
  const name = 'tests: start and its failures'
  return {
    name,
    budgetSeconds: HOUSE.budgetSeconds,
    run: () => runVitest(root, { name, folder: '.', files, logFolder }),
  }
}

/** @param {string} root @param {string} logFolder @param {string} folder @param {string} tests @param {number} budgetSeconds @returns {Gate} */
function packageTests(root, logFolder, folder, tests, budgetSeconds) {
  const name = `tests: ${folder} (${tests})`
  const files = listTestFiles(root, folder).length
  return {
    name,
    budgetSeconds,
    run: () =>
      files === 0
        ? { passed: 0, failed: 1, problems: [`${folder} has no test file.`] }
        : runVitest(root, { name, folder, files, logFolder }),
  }
}

/** @param {string} root @param {string} folder @param {string} logFolder */
function checkTypes(root, folder, logFolder) {
  if (!existsSync(join(root, folder, 'tsconfig.json'))) throw new Error(`${folder} has no tsconfig.json.`)
  return runTool({
    doing: `Checking the types of ${folder}`,
    command: productNode(root),
    args: [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.'],
    cwd: join(root, folder),
    env: toolEnvironment(),
    logFile: join(logFolder, `types-${folder.replaceAll('/', '-')}.log`),
  })
}

/** @param {import('./text-fences.mjs').Verdict} verdict */
function countVerdict({ problems }) {
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, problems }
}

/** A tool that ends well is one test passed. @param {Promise<unknown>} work */
async function countTool(work) {
  await work
  return { passed: 1, failed: 0, problems: [] }
}
