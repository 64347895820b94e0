import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { productNode, toolEnvironment } from '../start/prepare.mjs'
import { runTool } from '../start/run-tool.mjs'
import { getBrowser } from './find-browser.mjs'

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
  const report = JSON.parse(readFileSync(outputFile, 'utf8'))
  const { expected, unexpected, flaky, skipped } = report.stats
  const failures = [
    ...report.errors.map((/** @type {any} */ error) => error.message),
    ...report.suites.flatMap(listFailures),
  ]
  // Passed at the second try, or passed over, is not passed.
  const failed = unexpected + flaky + skipped
  const none = expected === 0 && failed === 0 ? ['No journey ran.'] : []
  return {
    passed: expected,
    failed: failed + none.length + (failed === 0 && none.length === 0 && problems.length > 0 ? 1 : 0),
    problems: failures.length > 0 ? failures : [...none, ...problems],
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
        return `${spec.file}: ${spec.title}: ${said?.error.message ?? spec.tests[0]?.status}`
      }),
  ]
}
