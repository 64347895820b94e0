import { afterAll, beforeAll, expect, it } from 'vitest'
import { withSuperuser } from '../src/cluster/prepare-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { database } from './database.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

it('a connection that breaks while somebody has it fails what they ask and not the process', async () => {
  const client = await database().reads.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const asked = client.query('select pg_sleep(30)').catch((error: { code?: string }) => error.code)
  await withSuperuser(fresh.superUrl, (owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]))
  expect(await asked).toBe('57P01')
  // Its last words, after which nobody listens to it any more.
  client.emit('error', new Error('write EPIPE'))
  client.release(true)
  expect((await database().reads.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
