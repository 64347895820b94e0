import { withSuperuser } from '@throughcare/db/cluster/prepare-database'
import { closeDatabase } from '@throughcare/db/database'
import { freshDatabase } from '@throughcare/db/testing/fresh-database'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readiness } from './readiness.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterEach(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = fresh.appUrl
})
afterAll(() => fresh.drop())

function asOwner(sql: string): Promise<void> {
  return withSuperuser(fresh.ownerUrl, async (client) => {
    await client.query(sql)
  })
}

it('is ready with every migration and the role that owns nothing', async () => {
  expect(await readiness()).toEqual({
    ready: true,
    messagesDelayedSince: null,
    trail: { notSealedSince: null, brokenSince: null },
  })
})

it.each(['ownerUrl', 'superUrl', 'unlockedUrl'] as const)('J07: is not ready as another role (%s)', async (url) => {
  await closeDatabase()
  process.env.DATABASE_URL = fresh[url]
  expect(await readiness()).toEqual({ ready: false, reason: 'role-wrong' })
})

it('names a migration that is missing or was not finished', async () => {
  await asOwner(`update _prisma_migrations set finished_at = null where migration_name like '%access_sign_in'`)
  expect(await readiness()).toEqual({
    ready: false,
    reason: 'migration-missing',
    missing: ['20261122000400_access_sign_in'],
  })
  await asOwner(`update _prisma_migrations set finished_at = now() where finished_at is null`)
})

it('is not ready with a password that is wrong', async () => {
  await closeDatabase()
  process.env.DATABASE_URL = fresh.appUrl.replace(/:[^:@]+@/, ':wrong@')
  const state = await readiness()
  expect(state).toMatchObject({ ready: false })
})
