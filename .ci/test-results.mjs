import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One test as its runner reported it.
 *
 * @typedef {object} TestResult
 * @property {string} file below the root
 * @property {string[]} titles the test's own, those of the groups it is in, and of the steps that it was told in
 * @property {boolean} passed
 */

/** Where e2e's files are below the root: Playwright names them from there. */
const JOURNEYS = 'e2e/tests'
/** `flaky`: at its second try; how many may is counted in run-journeys.mjs. */
const PASSED = ['expected', 'flaky']

/**
 * Every test that vitest and Playwright reported in this run.
 *
 * @param {string} root
 * @param {string} logFolder
 * @param {number} since milliseconds; a report that is older was written by another run
 * @returns {TestResult[]}
 */
export function listTestResults(root, logFolder, since) {
  return readdirSync(logFolder)
    .filter((name) => name.endsWith('.json') && statSync(join(logFolder, name)).mtimeMs >= since)
    .map((name) => JSON.parse(readFileSync(join(logFolder, name), 'utf8')))
    .flatMap((report) => (report.testResults ? ofVitest(root, report) : report.suites ? ofPlaywright(report) : []))
}

/** @param {string} root @param {any} report @returns {TestResult[]} */
export function ofVitest(root, report) {
  return report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ test) => ({
      file: relative(root, file.name),
      titles: [...test.ancestorTitles, test.title],
      passed: test.status === 'passed',
    })),
  )
}

/** @param {any} report @returns {TestResult[]} */
export function ofPlaywright(report) {
  /** @param {any} suite @param {string[]} above @returns {TestResult[]} */
  const ofSuite = (suite, above) => [
    ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) => ofSuite(inner, [...above, inner.title])),
    ...(suite.specs ?? []).map((/** @type {any} */ spec) => ({
      file: `${JOURNEYS}/${spec.file}`,
      titles: [...above, spec.title, ...spec.tests.flatMap((/** @type {any} */ test) => test.results).flatMap(stepsOf)],
      passed: spec.ok && spec.tests.every((/** @type {any} */ test) => PASSED.includes(test.status)),
    })),
  ]
  return report.suites.flatMap((/** @type {any} */ suite) => ofSuite(suite, []))
}

/** @param {any} result @returns {string[]} */
function stepsOf(result) {
  return (result.steps ?? []).flatMap((/** @type {any} */ step) => [step.title, ...stepsOf(step)])
}
