import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
let key: string
beforeAll(async () => {
  door = await openDoor()
  const { cookie } = await door.signIn('sam.osei@throughcare.test')
  const put = await door.call(
    '/api/trpc/nowBoard.putUp',
    { requestId: crypto.randomUUID(), place: 'Team room' },
    { cookie },
  )
  key = JSON.parse(put.text).result.data.json.key
})
afterAll(() => door.close())

const headers = () => ({ origin: door.origin, 'content-type': 'application/json', 'x-throughcare': '1' })
const ask = (body: unknown, more: Record<string, string> = {}) =>
  door.ask('/api/now-screen', { method: 'POST', headers: { ...headers(), ...more }, body: JSON.stringify(body) })

describe('a screen on a wall', () => {
  it('gets four counts for its key, without a session, and no cache keeps them', async () => {
    const answer = await ask({ key })
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(Object.keys(JSON.parse(answer.text)).toSorted()).toEqual([
      'countedAt',
      'counts',
      'serviceName',
      'timeZone',
      'until',
    ])
  })

  it('opens nothing else with it', async () => {
    const cookie = `__Host-throughcare=${key}`
    expect((await door.call('/api/trpc/nowBoard.show', {}, { cookie })).status).toBe(401)
  })

  it.each<[string, unknown, Record<string, string>, number]>([
    ['another key', { key: 'x' }, {}, 404],
    ['a key that was altered', { key: '019a0000-0000-7000-8000-000000000001.AAAA' }, {}, 404],
    ['no key', {}, {}, 400],
    ['a field more', { key: 'x', serviceId: 'y' }, {}, 400],
    ['a key that is too long', { key: 'x'.repeat(2_000) }, {}, 413],
    ['another site', { key: 'x' }, { origin: 'https://evil.example' }, 403],
    ['a page that is not ours', { key: 'x' }, { 'x-throughcare': '' }, 403],
  ])('is refused: %s', async (_what, body, more, status) => {
    expect((await ask(body, more)).status).toBe(status)
  })

  it('is asked by POST alone: no key stands in an address', async () => {
    expect((await door.ask('/api/now-screen')).status).toBe(405)
  })
})
