import { describe, expect, it } from 'vitest'
import { FIXTURES } from './fixtures/all.ts'
import { PROCEDURES, UNRULED } from './procedures.ts'
import { runMatrix } from './run-matrix.ts'

describe('A01: every procedure of the router', () => {
  it('has a line in WHO_MAY and begins with it', () => {
    expect(UNRULED).toEqual([])
  })

  it('has a fixture in the matrix, and no fixture is left over', () => {
    const paths = PROCEDURES.map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(30)
    const missing = paths.filter((path) => !FIXTURES[path])
    expect(
      missing.map(
        (path) => `${path}: add its fixture to packages/api/matrix/fixtures, and the file to fixtures/all.ts`,
      ),
    ).toEqual([])
    expect(Object.keys(FIXTURES).filter((path) => !paths.includes(path))).toEqual([])
  })
})

/** The access matrix with both locks on: the use cases' own question, and the policies behind it. */
describe('A01: with both locks', () => runMatrix('both'))
