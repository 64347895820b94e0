import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../testing/clone-database.ts'
import { StartRefused } from '../start-refused.ts'
import { applyMigrations, findPendingMigrations } from './apply-migrations.ts'

const FIRST = '20260101000000_first'
const SECOND = '20260102000000_second'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await cloneDatabase(inject('testCluster'))
  await ask(database.superUrl, 'drop schema public cascade; create schema public authorization throughcare_owner')
  folder = mkdtempSync(join(tmpdir(), 'throughcare-migrations-'))
  put(FIRST, 'create table first (id int)')
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function put(name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), script)
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const apply = () => applyMigrations(database.ownerUrl, folder)

async function refused(): Promise<string> {
  const error: unknown = await apply().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StartRefused)
  return (error as StartRefused).message
}

describe('applying', () => {
  test('applies what is new, once', async () => {
    expect(await apply()).toEqual([FIRST])
    expect(await apply()).toEqual([])
    put(SECOND, 'create table second (id int)')
    expect(await findPendingMigrations(database.ownerUrl, folder)).toEqual([SECOND])
    expect(await apply()).toEqual([SECOND])
    expect(await findPendingMigrations(database.ownerUrl, folder)).toEqual([])
  })

  test('leaves the tables to the owner role', async () => {
    await apply()
    expect(await ask(database.superUrl, "select tableowner from pg_tables where tablename = 'first'")).toEqual([
      { tableowner: 'throughcare_owner' },
    ])
  })

  test('keeps function bodies whole, with all that a semicolon may stand in', async () => {
    put(
      SECOND,
      `create function twice(n int) returns int language plpgsql as $$
       declare answer int; -- a comment; with one
       begin answer := n; answer := answer * 2; return answer; end $$;
       create function quoted() returns text language sql as $body$ select 'a;b' || $inner$;$inner$ $body$;
       do $$ begin perform 1; end $$;
       alter table first enable row level security;
       comment on table first is 'one; two';`,
    )
    await apply()
    expect(await ask(database.ownerUrl, 'select twice(21), quoted()')).toEqual([{ twice: 42, quoted: 'a;b;' }])
  })

  test('lets one of two programs work and the other wait', async () => {
    put(SECOND, 'select pg_sleep(0.2); create table second (id int)')
    const both = await Promise.all([apply(), apply()])
    expect(both.map((names) => names.length).sort()).toEqual([0, 2])
  })
})

describe('while people work', () => {
  test('J03: a migration that waits for a table lets everybody else through, and applies once it gets it', async () => {
    await apply()
    put(SECOND, 'alter table first add column more text')
    const reader = new pg.Client({ connectionString: database.ownerUrl })
    await reader.connect()
    await reader.query('begin')
    await reader.query('select from first')
    const writer = new pg.Client({ connectionString: database.ownerUrl })
    await writer.connect()
    const waits: number[] = []
    let isDone = false
    const writing = (async () => {
      while (!isDone) {
        const from = performance.now()
        await writer.query('insert into first values (1)')
        waits.push(performance.now() - from)
      }
    })()
    const applied = apply()
    // Somebody looks at the table for three seconds; without an end to its wait, the migration would keep the writers as long.
    await reader.query('select pg_sleep(3)')
    await reader.query('commit')
    expect(await applied).toEqual([SECOND])
    isDone = true
    await writing
    await Promise.all([reader.end(), writer.end()])
    expect(Math.max(...waits)).toBeGreaterThan(500)
    expect(Math.max(...waits)).toBeLessThan(2_000)
  })
})

describe('refusing', () => {
  test('J05: an applied migration that was edited', async () => {
    await apply()
    put(FIRST, 'create table first (id bigint)')
    expect(await refused()).toMatch(new RegExp(`${FIRST} was edited after .* put the file back`))
  })

  test('an applied migration that is missing', async () => {
    put(SECOND, 'create table second (id int)')
    await apply()
    rmSync(join(folder, SECOND), { recursive: true })
    expect(await refused()).toMatch(
      new RegExp(`has applied ${SECOND}, which this version does not have: start the newer`),
    )
  })

  test('an applied migration that is missing while another is new', async () => {
    await apply()
    rmSync(join(folder, FIRST), { recursive: true })
    put(SECOND, 'create table second (id int)')
    expect(await refused()).toMatch(new RegExp(`has applied ${FIRST}`))
    expect(await ask(database.ownerUrl, "select to_regclass('second') as found")).toEqual([{ found: null }])
  })
})

describe('a migration that fails', () => {
  test('is undone whole and named with its line; corrected, it applies', async () => {
    put(SECOND, 'create table half (id int);\n\ncreate table (;')
    expect(await refused()).toMatch(new RegExp(`${SECOND} failed at line 3 and was undone: syntax error .*42601`))
    expect(await ask(database.ownerUrl, "select to_regclass('half') as found")).toEqual([{ found: null }])
    expect(await findPendingMigrations(database.ownerUrl, folder)).toEqual([SECOND])
    put(SECOND, 'create table whole (id int)')
    expect(await apply()).toEqual([SECOND])
  })

  test('H02: when its connection is killed half way, runs again', async () => {
    put(SECOND, 'create table half (id int); select pg_sleep(30);')
    const first = refused()
    const sleeper = "query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()"
    await expect
      .poll(
        () =>
          ask(database.superUrl, `select pg_terminate_backend(pid) as ended from pg_stat_activity where ${sleeper}`),
        {
          timeout: 10_000,
        },
      )
      .toEqual([{ ended: true }])
    expect(await first).toMatch(/was undone/)
    // The same text would sleep again: what was cut off may be corrected before it runs again.
    put(SECOND, 'create table half (id int);')
    expect(await apply()).toEqual([SECOND])
  })

  test('outside a transaction is left to a person', async () => {
    put(SECOND, 'create table kept (id int);\ncommit;\ncreate table (;')
    await refused()
    expect(await refused()).toMatch(/stopped half way: finish or undo it by hand/)
  })
})
