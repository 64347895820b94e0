import { describe, expect, test } from 'vitest'
import { countJourneys } from './run-journeys.mjs'

const report = (stats: { expected: number; unexpected?: number; flaky?: number; skipped?: number }) => {
  const { expected, unexpected = 0, flaky = 0, skipped = 0 } = stats
  const specs = (count: number, ok: boolean, status: string) =>
    Array.from({ length: count }, (_, at) => ({
      file: 'walk.spec.ts',
      title: `${status} ${at}`,
      ok,
      tests: [{ status, results: [{ error: { message: 'not visible' } }] }],
    }))
  return {
    stats: { expected, unexpected, flaky, skipped },
    errors: [],
    suites: [{ specs: [...specs(unexpected, false, 'unexpected'), ...specs(flaky, true, 'flaky')] }],
  }
}

describe('counting what the browser walked', () => {
  test.each<[string, ReturnType<typeof report>, string[], number, number, number]>([
    ['all passed', report({ expected: 3 }), [], 3, 0, 0],
    ['one failed twice', report({ expected: 2, unexpected: 1 }), ['ended with 1'], 2, 1, 1],
    ['two passed at the second try: passed, and named', report({ expected: 2, flaky: 2 }), [], 4, 0, 2],
    ['three did: none of them is passed', report({ expected: 2, flaky: 3 }), [], 2, 3, 3],
    ['one passed over counts as failed', report({ expected: 2, skipped: 1 }), [], 2, 1, 0],
    ['nothing ran', report({ expected: 0 }), [], 0, 1, 1],
    ['an error outside any journey', report({ expected: 2 }), ['ended with 1'], 2, 1, 1],
  ])('%s', (_, given, problems, passed, failed, named) => {
    const count = countJourneys(given, problems)
    expect(count).toMatchObject({ passed, failed })
    expect(count.problems).toHaveLength(named)
  })

  test('says what an unsteady one met at its first try', () => {
    expect(countJourneys(report({ expected: 1, flaky: 1 }), []).problems).toEqual([
      'walk.spec.ts: flaky 0: passed at its second try; at the first: not visible',
    ])
  })
})
