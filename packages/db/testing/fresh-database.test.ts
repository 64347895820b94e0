import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from './clone-database.ts'
import { freshDatabase } from './fresh-database.ts'

let fresh: TestDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})

afterAll(() => fresh.drop())

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

describe('a fresh database', () => {
  test('is there in a moment', async () => {
    const times: number[] = []
    for (let copy = 0; copy < 3; copy += 1) {
      const before = performance.now()
      const another = await freshDatabase()
      times.push(performance.now() - before)
      await another.drop()
    }
    // 200 ms on a quiet machine, and one copy may wait for others; the bound catches what has grown by an order of magnitude.
    expect(Math.min(...times)).toBeLessThan(2_000)
  })

  test('has every migration', async () => {
    const rows = await ask(fresh.ownerUrl, 'select 1 from _prisma_migrations where finished_at is not null')
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is not seen from another one', async () => {
    const other = await freshDatabase()
    await ask(fresh.superUrl, 'create table only_here (id int)')
    expect(await ask(other.superUrl, "select to_regclass('only_here') as found")).toEqual([{ found: null }])
    await other.drop()
  })

  test.each([
    ['appUrl', 'throughcare_app', false, false],
    ['ownerUrl', 'throughcare_owner', false, false],
    ['unlockedUrl', 'throughcare_app_unlocked', true, false],
    ['superUrl', 'postgres', true, true],
  ] as const)('%s is %s', async (url, role, bypasses, superuser) => {
    const rows = await ask(
      fresh[url],
      'select rolname, rolbypassrls, rolsuper from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ rolname: role, rolbypassrls: bypasses, rolsuper: superuser }])
  })

  test('lets the app role neither make tables nor see past its policies', async () => {
    await expect(ask(fresh.appUrl, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(fresh.appUrl, 'create temporary table mine (id int)')).rejects.toMatchObject({ code: '42501' })
  })
})
