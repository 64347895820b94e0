import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { withSuperuser } from '../cluster/prepare-database.ts'
import { newId } from '../uuid.ts'
import { continueTrail } from './continue-trail.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

const write = () =>
  withSuperuser(fresh.ownerUrl, async (client) => {
    const { rows } = await client.query<{ xid: string }>(
      `insert into audit_entry (id, action) values ($1, 'test.write') returning xid`,
      [newId()],
    )
    return BigInt(rows[0]?.xid ?? 0)
  })

it('goes on behind the entries of a dump that came from a cluster with higher numbers, and only then', async () => {
  const before = await write()
  expect(await continueTrail(fresh.ownerUrl)).toBe(false)
  // As pg_restore leaves it: the entry's number is of the other cluster.
  const dumped = before + 5_000_000_000n
  await withSuperuser(fresh.ownerUrl, (client) =>
    client.query(`insert into audit_entry (id, action, xid) values ($1, 'test.write', $2)`, [newId(), dumped]),
  )
  expect(await write()).toBeLessThan(dumped)
  expect(await continueTrail(fresh.ownerUrl)).toBe(true)
  const after = await write()
  expect(after).toBeGreaterThan(dumped)
  expect(await write()).toBeGreaterThan(after)
  expect(await continueTrail(fresh.ownerUrl)).toBe(false)
})
