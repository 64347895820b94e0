import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BASIS_GROUPS, LAWFUL_BASES } from '../src/consent/lawful-bases.ts'

// Plain JavaScript, because packages/domain is type-checked without Node and this test reads a file.
const page = readFileSync(join(import.meta.dirname, '../../../docs/sharing.md'), 'utf8')

it('docs/sharing.md says of every country and group what the data says, and says nothing where it says nothing', () => {
  const rows = page.split('\n').filter((line) => /^\| [A-Z]{2} \|/.test(line))
  const expected = Object.entries(LAWFUL_BASES).flatMap(([country, bases]) =>
    BASIS_GROUPS.map((group) => {
      const basis = bases[group]
      return basis
        ? `| ${country} | ${group} | ${basis.law} | ${basis.source} | ${basis.mark} | ${basis.reviewBy} |`
        : `| ${country} | ${group} | | | | |`
    }),
  )
  expect(rows).toEqual(expected)
  expect(rows.length).toBeGreaterThan(20)
})
