import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPOSITORY_ROOT } from '../src/repository-root.ts'
import type { TestDatabase } from './clone-database.ts'
import { freshDatabase } from './fresh-database.ts'

const MIGRATIONS = join(REPOSITORY_ROOT, 'prisma/migrations')

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
  test('has every migration, copied from the template and not run again', async () => {
    const applied = 'select id, finished_at from _prisma_migrations order by id'
    const other = await freshDatabase()
    const rows = await ask(fresh.ownerUrl, applied)
    expect(rows).toHaveLength(
      readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length,
    )
    for (const { finished_at } of rows) expect(finished_at).toBeInstanceOf(Date)
    expect(await ask(other.ownerUrl, applied)).toEqual(rows)
    await other.drop()
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
