import { database } from '@throughcare/db/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { readSession } from './read-session.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('H04: says "unavailable" when every connection is taken, and works again when one is given back', async () => {
  const held = await Promise.all(Array.from({ length: 10 }, () => database().reads.connect()))
  await expect(readSession('A'.repeat(43))).rejects.toMatchObject({ code: 'unavailable' })
  for (const client of held) client.release()
  expect(await readSession('A'.repeat(43))).toBeNull()
})

it('H01: works again within a second when its backends are killed', async () => {
  const clients = await Promise.all(Array.from({ length: 4 }, () => database().reads.connect()))
  for (const client of clients) client.release()
  const { rowCount } = await database().reads.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()',
  )
  expect(rowCount).toBeGreaterThanOrEqual(3)
  await readSession('A'.repeat(43)).catch((error: unknown) => expect(error).toMatchObject({ code: 'unavailable' }))
  expect(await readSession('A'.repeat(43))).toBeNull()
})
