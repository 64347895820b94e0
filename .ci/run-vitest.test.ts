import { describe, expect, test } from 'vitest'
import { countReport } from './run-vitest.mjs'

const file = (name: string, statuses: string[], status = 'passed') => ({
  name,
  status,
  message: 'could not be loaded',
  assertionResults: statuses.map((one) => ({ status: one, fullName: `${name} ${one}`, failureMessages: [] })),
})
const report = (...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'passed').length,
  testResults,
})

describe('counting what vitest ran', () => {
  test.each<[string, ReturnType<typeof report>, number, string[], number, number]>([
    ['all passed', report(file('a', ['passed', 'passed'])), 1, [], 2, 0],
    ['one failed', report(file('a', ['passed', 'failed'], 'failed')), 1, ['vitest ended with 1'], 1, 1],
    ['one passed over counts as failed', report(file('a', ['passed', 'skipped'])), 1, [], 1, 1],
    [
      'a file that could not be loaded',
      report(file('a', ['passed']), file('b', [], 'failed')),
      2,
      ['vitest ended with 1'],
      1,
      1,
    ],
    ['a file that was not run', report(file('a', ['passed'])), 2, [], 1, 1],
    ['an error outside any test', report(file('a', ['passed'])), 1, ['vitest ended with 1'], 1, 1],
  ])('%s', (_, given, files, problems, passed, failed) => {
    const count = countReport(given, files, problems)
    expect(count).toMatchObject({ passed, failed })
    expect(count.problems.length).toBe(failed)
  })
})
