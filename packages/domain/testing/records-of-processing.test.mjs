import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { HELD_TABLES, OTHER_TABLES } from '../src/data-request/held-tables.ts'

const PAGE = readFileSync(new URL('../../../docs/records-of-processing.md', import.meta.url), 'utf8')

it('I05: the records of processing name every table that there is, and no other', () => {
  const tables = [...Object.keys(HELD_TABLES), ...Object.keys(OTHER_TABLES)].toSorted()
  const named = [...PAGE.matchAll(/^\| .* \|$/gm)].flatMap(([line]) =>
    [...line.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  )
  expect(tables.length).toBeGreaterThan(100)
  expect(named.toSorted()).toEqual(tables)
})
