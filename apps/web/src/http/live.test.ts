import { closeLive } from '@throughcare/api/live/follow-live'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

const PATH = `/api/trpc/live.follow?input=${encodeURIComponent('{"json":{}}')}`

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor()
  cookie = (await door.signIn('sam.osei@throughcare.test')).cookie
})
afterAll(async () => {
  await closeLive()
  await door.close()
})

/** An open stream, read as text until it says so much. */
async function openStream(headers: Record<string, string> = {}) {
  const control = new AbortController()
  const answer = await fetch(`${door.origin}${PATH}`, { headers: { cookie, ...headers }, signal: control.signal })
  const reader = answer.body?.getReader()
  let text = ''
  return {
    answer,
    until: async (said: RegExp): Promise<string> => {
      while (!said.test(text)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
        if (done) throw new Error(`the stream ended after: ${text}`)
        text += Buffer.from(value ?? []).toString()
      }
      return text
    },
    hasEnded: async (): Promise<string> => {
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
        if (done) return text
        text += Buffer.from(value ?? []).toString()
      }
    },
    close: () => control.abort(),
  }
}

describe('A09: the stream is opened by our own pages, for whoever is signed in', () => {
  it.each<[string, Record<string, string>, number]>([
    ['nobody is signed in', { cookie: '' }, 401],
    ['the cookie is made up', { cookie: `__Host-throughcare-session=${'A'.repeat(43)}` }, 401],
    ['another site asks', { origin: 'https://evil.example' }, 403],
    ['another site asks, and the browser says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of ours asks', { 'sec-fetch-site': 'same-site' }, 403],
    ['somebody typed the address', { 'sec-fetch-site': 'none' }, 403],
  ])('not where %s', async (_why, headers, status) => {
    const stream = await openStream(headers)
    expect(stream.answer.status).toBe(status)
    stream.close()
  })

  it('is never cached, and no other procedure is a GET', async () => {
    const stream = await openStream({ 'sec-fetch-site': 'same-origin' })
    expect(stream.answer.status).toBe(200)
    expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.answer.headers.get('cache-control')).toMatch(/no-cache|no-store/)
    expect(stream.answer.headers.get('access-control-allow-origin')).toBeNull()
    await stream.until(/event: connected/)
    stream.close()
    expect((await door.ask('/api/trpc/handoff.inbox?input=%7B%7D', { headers: { cookie } })).status).toBe(405)
    expect((await door.ask('/api/trpc/live.follow,access.me?batch=1', { headers: { cookie } })).status).toBe(405)
    expect((await door.call('/api/trpc/live.follow', {}, { cookie })).status).toBe(405)
  })

  it('carries ids, and nothing of whom they are about', async () => {
    const { scene } = door
    const one = await scene.aCase({ familyName: 'Kestrel', givenNames: 'Canary' })
    const stream = await openStream()
    const handoffId = await scene.aHandoff(one, { area: 'omt' })
    const text = await stream.until(new RegExp(handoffId))
    expect(text).toMatch(
      /data: \{"json":\{"topic":"handoff","episodeId":"[0-9a-f-]{36}","handoffId":"[0-9a-f-]{36}"\}\}\nid: \d+/,
    )
    expect(text).not.toMatch(/kestrel|canary|omt/i)
    stream.close()
  })

  it('G07: goes on after the last event that the browser heard', async () => {
    const { scene } = door
    const one = await scene.aCase()
    const first = await scene.aHandoff(one, { area: 'omt' })
    const stream = await openStream()
    const id = /id: (\d+)/.exec(
      (await stream.until(new RegExp(`${first}"\\}\\}\\nid: \\d+`))).split(first)[1] ?? '',
    )?.[1]
    stream.close()
    const missed = await scene.aHandoff(one, { area: 'naloxone' })
    const again = await openStream({ 'last-event-id': String(id) })
    const text = await again.until(new RegExp(missed))
    expect(text).not.toContain(first)
    again.close()
  })

  it('A14: ends when the session does, and does not open again', async () => {
    const mine = (await door.signIn('lea.brandt@throughcare.test')).cookie
    const one = await door.scene.aCase()
    const stream = await openStream({ cookie: mine })
    await stream.until(/connected/)
    const handoffId = await door.scene.aHandoff(one, { area: 'omt' })
    await stream.until(new RegExp(handoffId))
    const out = door.call('/api/trpc/access.signOutEverywhere', { requestId: crypto.randomUUID() }, { cookie: mine })
    expect((await out).status).toBe(200)
    const from = performance.now()
    await stream.hasEnded()
    expect(performance.now() - from).toBeLessThan(1_000)
    const again = await openStream({ cookie: mine })
    expect(again.answer.status).toBe(401)
    again.close()
  })
})

it('ends all streams at once when the process is told to stop', async () => {
  const beside = await openDoor({}, {}, door)
  const answer = await fetch(`${beside.origin}${PATH}`, { headers: { cookie } })
  const from = performance.now()
  await Promise.all([beside.serving.stop(3_000), answer.text()])
  expect(performance.now() - from).toBeLessThan(1_500)
})
