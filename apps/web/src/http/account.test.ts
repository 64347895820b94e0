import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor, PASSWORD } from './testing/door.ts'

const WORKER = 'sam.osei@throughcare.test'
const ADMINISTRATOR = 'ada.holm@throughcare.test'

let door: Door
beforeAll(async () => {
  door = await openDoor({ origin: 'https://throughcare.example' })
})
afterAll(() => door.close())
beforeEach(() => door.scene.owner.query('truncate sign_in_attempt'))

const AT = { host: 'throughcare.example', origin: 'https://throughcare.example' }
const signIn = (email: string) => door.signIn(email, { headers: AT })
/** As our pages knock at a door for passwords, codes and links. */
const knock = (path: string, input: object, more: Record<string, string> = {}) =>
  door.ask(`/api/auth/${path}`, {
    method: 'POST',
    headers: { ...AT, 'content-type': 'application/json', 'x-throughcare': '1', ...more },
    body: JSON.stringify(input),
  })
const me = (cookie: string) => door.call('/api/trpc/access.me', undefined, { ...AT, cookie })
const cookieOf = (answer: Awaited<ReturnType<Door['ask']>>) =>
  [answer.headers['set-cookie'] ?? []].flat().find((line) => line.includes('throughcare-session')) ?? ''

describe('the doors for passwords, codes and links', () => {
  it.each(['prove', 'code', 'factor-propose', 'factor-confirm', 'factor-remove', 'password', 'reset', 'link'])(
    '%s: from a page of ours alone, by POST, with what it asks for',
    async (path) => {
      expect((await knock(path, {}, { 'x-throughcare': '0' })).status).toBe(403)
      expect((await knock(path, {}, { origin: 'https://evil.example' })).status).toBe(403)
      expect((await door.ask(`/api/auth/${path}`, { headers: AT })).status).toBe(405)
      expect((await knock(path, { too: 'much' })).status).toBe(400)
      expect((await knock(path, { proof: 'x'.repeat(20_000) })).status).toBe(413)
    },
  )

  it('B15: a proof gives the same cookie as signing in, and the one before is worth nothing', async () => {
    const { cookie } = await signIn(WORKER)
    const answer = await knock('prove', { proof: PASSWORD }, { cookie })
    expect(answer.status).toBe(200)
    expect(cookieOf(answer)).toMatch(
      /^__Host-throughcare-session=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await me(cookie)).status).toBe(401)
    expect((await me(cookieOf(answer).split(';')[0] ?? '')).status).toBe(200)
  })

  it('B01: guesses of a proof are counted, and no cookie comes with a wrong one', async () => {
    const { cookie } = await signIn(WORKER)
    for (let turn = 0; turn < 5; turn += 1) {
      const answer = await knock('prove', { proof: 'not this one' }, { cookie })
      expect([answer.status, cookieOf(answer)]).toEqual([401, ''])
    }
    const answer = await knock('prove', { proof: PASSWORD }, { cookie })
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '30'])
  })

  it('B02: asking for a new password is answered alike for somebody and for nobody', async () => {
    const somebody = await knock('reset', { email: WORKER })
    const nobody = await knock('reset', { email: 'nobody@throughcare.test' })
    expect(somebody.status).toBe(200)
    expect([nobody.status, nobody.text]).toEqual([somebody.status, somebody.text])
  })
})

describe('B06: a cookie that waits for a code', () => {
  it('opens no procedure, no stream and no other door', async () => {
    await door.scene.owner.query(
      `insert into second_factor (account_id, sealed, confirmed_at) values ($1, '\\x00', app.now())`,
      [door.scene.people.harbourWorker.accountId],
    )
    const { answer, cookie } = await signIn(WORKER)
    expect([answer.status, answer.headers['x-throughcare-awaits']]).toEqual([200, 'code'])
    expect((await me(cookie)).status).toBe(401)
    const stream = await door.ask('/api/trpc/live.follow?input=%7B%22json%22%3A%7B%7D%7D', {
      headers: { ...AT, cookie },
    })
    expect(stream.status).toBe(401)
    expect((await knock('prove', { proof: PASSWORD }, { cookie })).status).toBe(401)
    expect((await knock('password', { current: PASSWORD, password: 'four other long words' }, { cookie })).status).toBe(
      401,
    )
    expect((await knock('factor-propose', {}, { cookie })).status).toBe(403)
    expect((await knock('code', { code: '000000' }, { cookie })).status).toBe(401)
    await door.scene.owner.query('delete from second_factor')
  })
})

it('B09: a link is of the configured origin, whatever the request says of its host', async () => {
  const { cookie } = await signIn(ADMINISTRATOR)
  const input = {
    serviceId: door.scene.services.harbour,
    requestId: crypto.randomUUID(),
    email: 'ida.moen@harbour.test',
    displayName: 'Ida Moen',
    role: 'caseworker',
    grants: [],
  }
  const answer = await door.call('/api/trpc/access.invite', input, {
    ...AT,
    cookie,
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example',
  })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('"https://throughcare.example/link?key=')
  expect(answer.text).not.toContain('evil')
})
