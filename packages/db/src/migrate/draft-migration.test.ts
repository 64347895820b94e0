import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isOneTransaction } from './read-migrations.ts'

const DRAFT = join(import.meta.dirname, 'draft-migration.ts')
const draft = (...args: string[]) => execFileSync(process.execPath, [DRAFT, ...args], { encoding: 'utf8' })

describe('drafting a migration', () => {
  test('needs no database and writes every table of the schema', () => {
    expect(draft()).toMatch(/CREATE TABLE "person"/)
  })
})

describe('what PostgreSQL runs as one transaction', () => {
  test.each([
    ['create table a (id int)', true],
    ['create function f() returns void language plpgsql as $$\nbegin\n  perform 1;\nend $$', true],
    ['-- commit;\nselect 1', true],
    ['create temporary table t (id int) on commit drop', true],
    ['begin;\nselect 1;\ncommit;', false],
    ['create index concurrently i on a (id)', false],
    ['vacuum a', false],
  ])('%j: %s', (script, expected) => {
    expect(isOneTransaction(script)).toBe(expected)
  })
})
