import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { productNode, toolEnvironment } from '../start/prepare.mjs'
import { runTool } from '../start/run-tool.mjs'
import { getBrowser } from './find-browser.mjs'

/** Of all journeys so many may need a second try. */
const MOST_UNSTEADY = 2

/**
 * The journeys: signed-in people in a real browser against the production build. e2e/playwright.config.ts starts a server of
 * its own on its own database.
 *
 * @param {string} root
 * @param {string} logFolder
 * @returns {Promise<import('./run-vitest.mjs').Count>}
 */
export async function runJourneys(root, logFolder) {
  const outputFile = join(logFolder, 'journeys.json')
  rmSync(outputFile, { force: true })
  const browser = await getBrowser(root, logFolder)
  /** @type {string[]} */
  const problems = []
  await runTool({
    doing: 'The journeys',
    command: productNode(root),
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    cwd: join(root, 'e2e'),
    env: toolEnvironment({
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: outputFile,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    }),
    logFile: join(logFolder, 'journeys.log'),
  }).catch((/** @type {Error} */ error) => problems.push(error.message))
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, problems }
  return countJourneys(JSON.parse(readFileSync(outputFile, 'utf8')), problems)
}

/**
 * A journey that fails is walked a second time. One that passes then is named and counts as passed, while so few are unsteady: a
 * machine that stalls for ten seconds is no fault of the product, and a product that needs two tries is. Passed over is not passed.
 *
 * @param {any} report Playwright's JSON
 * @param {string[]} problems what is known already
 * @returns {import('./run-vitest.mjs').Count}
 */
export function countJourneys({ stats, errors, suites }, problems) {
  const { expected, unexpected, flaky, skipped } = stats
  const isSteady = flaky <= MOST_UNSTEADY
  const passed = expected + (isSteady ? flaky : 0)
  const failed = unexpected + skipped + (isSteady ? 0 : flaky)
  const said = [...errors.map((/** @type {any} */ error) => error.message), ...suites.flatMap(listFailures)]
  if (passed + failed === 0) return { passed: 0, failed: 1, problems: [...said, 'No journey ran.', ...problems] }
  const isUnexplained = failed === 0 && problems.length > 0
  return {
    passed,
    failed: failed + (isUnexplained ? 1 : 0),
    problems: isUnexplained || said.length === 0 ? [...said, ...problems] : said,
  }
}

/** @param {any} suite @returns {string[]} */
function listFailures(suite) {
  return [
    ...(suite.suites ?? []).flatMap(listFailures),
    ...(suite.specs ?? [])
      .filter(
        (/** @type {any} */ spec) =>
          !spec.ok || spec.tests.some((/** @type {any} */ test) => test.status !== 'expected'),
      )
      .map((/** @type {any} */ spec) => {
        const said = spec.tests
          .flatMap((/** @type {any} */ test) => test.results)
          .find((/** @type {any} */ result) => result.error)
        const status = spec.tests[0]?.status
        return `${spec.file}: ${spec.title}: ${status === 'flaky' ? 'passed at its second try; at the first: ' : ''}${said?.error.message ?? status}`
      }),
  ]
}
