import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

const NURSE = 'nora.lindqvist@throughcare.test'

let door: Door
beforeAll(async () => {
  door = await openDoor({ trustedProxies: 1 })
})
afterAll(() => door.close())
beforeEach(() => door.scene.owner.query('truncate sign_in_attempt'))

const setCookies = (answer: Awaited<ReturnType<Door['ask']>>) => [answer.headers['set-cookie'] ?? []].flat()
const me = (cookie: string) => door.call('/api/trpc/access.me', undefined, { cookie })

describe('B15: the cookie', () => {
  it('is __Host-, Secure, HttpOnly and Lax on the machine itself, and holds nothing but chance', async () => {
    const { answer, cookie } = await door.signIn(NURSE)
    expect(answer.status).toBe(200)
    const session = setCookies(answer).find((line) => line.includes('throughcare-session'))
    expect(session).toMatch(
      /^__Host-throughcare-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await me(cookie)).status).toBe(200)
  })

  it('is the same behind https', async () => {
    const https = await openDoor({ origin: 'https://throughcare.example' }, {}, door)
    const { answer } = await https.signIn(NURSE, {
      headers: { host: 'throughcare.example', origin: 'https://throughcare.example' },
    })
    const lines = setCookies(answer)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^__Host-.*Secure/)
    await https.close()
  })

  it('does without in a demo on plain http, and is then not taken for the other', async () => {
    const demo = await openDoor({ demo: true, origin: 'http://192.0.2.10:3000' }, {}, door)
    const there = { host: '192.0.2.10:3000', origin: 'http://192.0.2.10:3000' }
    const { answer, cookie } = await demo.signIn(NURSE, { headers: there })
    expect(setCookies(answer).find((line) => line.includes('session'))).toMatch(/^throughcare-session=/)
    expect((await demo.call('/api/trpc/access.me', undefined, { cookie, ...there })).status).toBe(200)
    expect((await demo.call('/api/trpc/access.me', undefined, { cookie })).status).toBe(401)
    await demo.close()
  })

  it.each(['x', 'a.b.c', `${'A'.repeat(43)}`, 'eyJhbGciOiJub25lIn0.e30.'])(
    'B13: opens nothing when it is %j',
    async (sid) => {
      expect((await me(`__Host-throughcare-session=${sid}`)).status).toBe(401)
    },
  )
})

describe('a refusal', () => {
  it('B02: is the same for a wrong password and for nobody', async () => {
    const wrong = await door.signIn(NURSE, { password: 'not this one' })
    const nobody = await door.signIn('nobody@throughcare.test', { password: 'not this one' })
    expect(wrong.answer.status).toBe(401)
    expect([nobody.answer.status, nobody.answer.text]).toEqual([wrong.answer.status, wrong.answer.text])
    expect(setCookies(wrong.answer).join()).not.toContain('session')
  })

  it('B01: says when to come back after too many, with no more than that', async () => {
    for (let turn = 0; turn < 5; turn += 1) await door.signIn(NURSE, { password: 'not this one' })
    const { answer } = await door.signIn(NURSE)
    expect(answer.status).toBe(429)
    expect(answer.headers['retry-after']).toBe('30')
    expect(answer.text).toContain('error=locked')
  })

  it('counts by the address that our proxy saw, not by what the browser claims', async () => {
    const through = (claimed: string) => ({
      headers: { 'x-forwarded-for': `${claimed}, 198.51.100.7` },
      password: 'no',
    })
    for (let turn = 0; turn < 5; turn += 1) await door.signIn(NURSE, through(`203.0.113.${turn}`))
    expect((await door.signIn(NURSE, through('203.0.113.99'))).answer.status).toBe(429)
    expect((await door.signIn(NURSE, { headers: { 'x-forwarded-for': '198.51.100.8' } })).answer.status).toBe(200)
  })
})

describe('B03: fixation', () => {
  it('a planted cookie is replaced, and the session before ends', async () => {
    const first = await door.signIn(NURSE)
    const again = await door.signIn(NURSE, { cookie: first.cookie })
    expect((await me(first.cookie)).status).toBe(401)
    expect((await me(again.cookie)).status).toBe(200)
    const planted = `__Host-throughcare-session=${'B'.repeat(43)}`
    const after = await door.signIn(NURSE, { cookie: planted })
    expect(after.cookie).not.toContain('BBBB')
  })
})

describe('B04: signing out', () => {
  async function leave(cookie: string, headers: Record<string, string> = {}) {
    const csrf = await door.ask('/api/auth/csrf', { headers: { cookie } })
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
    return door.ask('/api/auth/signout', {
      method: 'POST',
      headers: { origin: door.origin, cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ csrfToken }).toString(),
    })
  }

  it('ends the session and takes the cookie away', async () => {
    const { cookie } = await door.signIn(NURSE)
    const answer = await leave(cookie)
    expect(answer.status).toBe(200)
    expect(setCookies(answer).join()).toMatch(/__Host-throughcare-session=;.*Max-Age=0/)
    expect((await me(cookie)).status).toBe(401)
  })

  it('cannot be pressed by another site', async () => {
    const { cookie } = await door.signIn(NURSE)
    expect((await leave(cookie, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await me(cookie)).status).toBe(200)
  })

  it('everywhere ends the others at their next call', async () => {
    const here = await door.signIn(NURSE)
    const there = await door.signIn(NURSE)
    const press = { requestId: crypto.randomUUID() }
    const answer = await door.call('/api/trpc/access.signOutEverywhere', press, { cookie: here.cookie })
    expect(answer.status).toBe(200)
    expect([(await me(here.cookie)).status, (await me(there.cookie)).status]).toEqual([401, 401])
  })
})

describe('the door', () => {
  it('lets no other site sign somebody in', async () => {
    for (const origin of ['https://evil.example', 'null', `${door.origin}.evil.example`])
      expect((await door.signIn(NURSE, { headers: { origin } })).answer.status).toBe(403)
  })

  it('wants the token that belongs to the cookie', async () => {
    const answer = await door.ask('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: door.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: NURSE, password: 'correct horse battery', csrfToken: 'made-up' }).toString(),
    })
    expect(setCookies(answer).join()).not.toContain('session=')
  })

  it('B10: never sends anybody to an address that came in', async () => {
    for (const callbackUrl of ['https://evil.example', '//evil.example', 'javascript:alert(1)']) {
      const csrf = await door.ask(`/api/auth/csrf?callbackUrl=${encodeURIComponent(callbackUrl)}`)
      expect(csrf.text + setCookies(csrf).join()).not.toContain('evil')
      expect(setCookies(csrf).join()).not.toContain('alert')
    }
  })

  it('has three routes of next-auth and no more', async () => {
    for (const route of ['signin', 'session', 'providers', 'error', '_log', 'callback/credentials', 'verify-request'])
      expect((await door.ask(`/api/auth/${route}`)).status).toBe(404)
    expect((await door.ask('/api/auth/session', { method: 'POST', headers: { origin: door.origin } })).status).toBe(404)
  })

  it('reads 16 kB and no more', async () => {
    const answer = await door.ask('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: door.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `email=${NURSE}&password=${'x'.repeat(17_000)}`,
    })
    expect(answer.status).toBe(413)
  })
})
