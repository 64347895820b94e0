import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
let https: Door
beforeAll(async () => {
  door = await openDoor()
  https = await openDoor({ origin: 'https://throughcare.example' }, {}, door)
})
afterAll(async () => {
  await https.close()
  await door.close()
})

const seen = async (headers: Record<string, string>) =>
  (JSON.parse((await door.ask('/releases', { headers })).text) as { headers: Record<string, string> }).headers

describe('C04: every answer', () => {
  it.each([
    '/',
    '/cases/x',
    '/_next/static/x.js',
    '/api/health/live',
    '/api/trpc/access.me',
    '/api/nothing',
    '/api/auth/csrf',
  ])('%s', async (path) => {
    const { headers } = await door.ask(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('says https only where there is https', async () => {
    const { headers } = await https.ask('/')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })
})

describe('C03: the policy of a page', () => {
  it('has a nonce of its own, which Next is told', async () => {
    const [first, second] = [await door.ask('/'), await door.ask('/')]
    const nonces = [first, second].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    )
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/)
    expect(nonces[0]).not.toBe(nonces[1])
    expect(JSON.parse(first.text).headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  })

  it('allows no other place, no inline script and no eval', async () => {
    const policy = String((await door.ask('/')).headers['content-security-policy'])
    expect(policy).not.toMatch(/unsafe|https?:\/\/|\*/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("font-src 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("form-action 'self'")
  })
})

describe('A24, C09: what nobody outside may send', () => {
  it.each([
    'x-middleware-subrequest',
    'x-middleware-prefetch',
    'x-nextjs-data',
    'x-matched-path',
    'x-invoke-path',
    'next-action',
    'next-resume',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-throughcare-path',
  ])('%s does not arrive', async (name) => {
    expect((await seen({ [name]: 'forged' }))[name]).not.toBe('forged')
  })

  it('a policy of the browser’s own does not arrive', async () => {
    expect(
      (await seen({ 'content-security-policy': "script-src 'nonce-forged'" }))['content-security-policy'],
    ).not.toContain('forged')
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s to a page is refused', async (method) => {
    expect((await door.ask('/releases', { method, headers: { 'next-action': 'x' } })).status).toBe(405)
  })

  it('another protocol is not spoken', async () => {
    const asked = door.ask('/', { headers: { connection: 'upgrade', upgrade: 'websocket' } })
    await expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' })
  })
})

describe('files', () => {
  it('are refused to nobody in particular, and to another site', async () => {
    expect((await door.ask('/api/files/x')).status).toBe(401)
    expect(
      (
        await door.ask('/api/files/x', {
          method: 'POST',
          headers: { origin: 'https://evil.example', 'x-throughcare': '1' },
        })
      ).status,
    ).toBe(403)
  })

  it('that are not there are not found', async () => {
    const { cookie } = await door.signIn('nora.lindqvist@throughcare.test')
    expect((await door.ask('/api/files/constructor', { headers: { cookie } })).status).toBe(404)
  })
})
