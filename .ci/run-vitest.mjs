import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { productNode, toolEnvironment } from '../start/prepare.mjs'
import { runTool } from '../start/run-tool.mjs'
import { listSourceFiles } from './source-files.mjs'

/** @typedef {{ passed: number, failed: number, problems: string[] }} Count */

const TEST_FILE = /\.test\.ts$/

/** The test files that vitest must find below a folder. @param {string} root @param {string} folder */
export function listTestFiles(root, folder) {
  return listSourceFiles(root, TEST_FILE).filter(({ path }) => path.startsWith(`${folder}/`))
}

/**
 * Runs a folder's vitest and counts. A test that was passed over counts as failed, and so does a folder of which vitest ran
 * fewer files than there are.
 *
 * @param {string} root
 * @param {{ name: string, folder: string, files: number, logFolder: string }} suite `folder` holds vitest.config.ts
 * @returns {Promise<Count>}
 */
export async function runVitest(root, { name, folder, files, logFolder }) {
  const logName = name.replaceAll(/[^a-z0-9]+/gi, '-')
  const outputFile = join(logFolder, `${logName}.json`)
  rmSync(outputFile, { force: true })
  /** @type {string[]} */
  const problems = []
  await runTool({
    doing: name,
    command: productNode(root),
    args: [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    cwd: join(root, folder),
    env: toolEnvironment({ NO_COLOR: '1', TZ: 'UTC' }),
    logFile: join(logFolder, `${logName}.log`),
  }).catch((/** @type {Error} */ error) => problems.push(error.message))
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, problems }
  const report = JSON.parse(readFileSync(outputFile, 'utf8'))
  return countReport(report, files, problems)
}

/**
 * @param {any} report vitest's JSON
 * @param {number} files how many test files there are
 * @param {string[]} problems what is known already
 * @returns {Count}
 */
export function countReport(report, files, problems) {
  const failures = report.testResults.flatMap((/** @type {any} */ file) => [
    // A file that could not be loaded has no tests to fail.
    ...(file.status === 'failed' && file.assertionResults.length === 0 ? [`${file.name}: ${file.message}`] : []),
    ...file.assertionResults
      .filter((/** @type {any} */ test) => test.status !== 'passed')
      .map((/** @type {any} */ test) => `${file.name}: ${test.fullName}: ${test.failureMessages?.[0] ?? test.status}`),
  ])
  const missing = report.testResults.length < files ? [`ran ${report.testResults.length} of ${files} test files`] : []
  const failed = failures.length + missing.length
  return {
    passed: report.numPassedTests,
    // It said that it failed and named nothing: an error outside any test.
    failed: failed === 0 && problems.length > 0 ? 1 : failed,
    problems: failed === 0 ? problems : [...failures, ...missing],
  }
}
