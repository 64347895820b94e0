import { close } from '@throughcare/api/health/close'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
let url: string | undefined
beforeAll(async () => {
  door = await openDoor()
  url = process.env.DATABASE_URL
})
afterAll(() => door.close())

async function withDatabase(other: string, then: () => Promise<void>): Promise<void> {
  await close()
  process.env.DATABASE_URL = other
  try {
    await then()
  } finally {
    await close()
    process.env.DATABASE_URL = url
  }
}

it('is live and ready', async () => {
  expect(await door.ask('/api/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' })
  expect(await door.ask('/api/health/ready')).toMatchObject({ status: 200, text: '{"status":"ready","worker":"here"}' })
})

it('H09: says that the worker is away and since when, and serves people all the same', async () => {
  const seen = new Date(Date.now() - 3_600_000)
  await door.scene.owner.query(
    'insert into worker_heartbeat (worker_id, started_at, beat_at) values (gen_random_uuid(), $1, $1)',
    [seen],
  )
  const { status, text } = await door.ask('/api/health/ready')
  expect(status).toBe(200)
  const told = JSON.parse(text)
  expect(told).toMatchObject({ status: 'ready', worker: 'away' })
  const now = (await door.scene.owner.query<{ now: Date }>('select app.now() as now')).rows[0]?.now ?? new Date(0)
  expect(Math.abs(now.getTime() - Date.parse(told.messagesDelayedSince) - 3_600_000)).toBeLessThan(5_000)
  await door.scene.owner.query('delete from worker_heartbeat')
  expect((await door.ask('/api/health/ready')).text).toBe('{"status":"ready","worker":"here"}')
})

it('J07, H04: is live but not ready while the database is away; calls are told to come back', async () => {
  await withDatabase('postgresql://throughcare_app:x@127.0.0.1:1/nowhere', async () => {
    expect((await door.ask('/api/health/live')).status).toBe(200)
    const ready = await door.ask('/api/health/ready')
    expect(ready.status).toBe(503)
    expect(JSON.parse(ready.text)).toEqual({ status: 'not-ready', reason: 'database-away' })
    const cookie = `__Host-throughcare-session=${'A'.repeat(43)}`
    const call = await door.call('/api/trpc/access.me', undefined, { cookie })
    expect([call.status, call.headers['retry-after']]).toEqual([503, '2'])
    expect(JSON.parse(call.text).error.json.data.code).toBe('unavailable')
    const signIn = await door.signIn('nora.lindqvist@throughcare.test')
    expect([signIn.answer.status, signIn.cookie.includes('session=')]).toEqual([503, false])
    const out = await door.ask('/api/auth/signout', { method: 'POST', headers: { cookie, origin: door.origin } })
    expect(out.status).toBe(503)
  })
  expect((await door.ask('/api/health/ready')).status).toBe(200)
})

it('refuses other methods', async () => {
  expect((await door.ask('/api/health/ready', { method: 'POST' })).status).toBe(405)
})
