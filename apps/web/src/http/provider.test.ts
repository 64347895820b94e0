import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { providerState } from '../session/provider-state.ts'
import { type Answer, type Door, openDoor } from './testing/door.ts'
import { type Forgery, openProvider, type TestProvider } from './testing/open-provider.ts'

const ORIGIN = 'http://localhost'
const NORA = { sub: 'nora-at-mill-lane', email: 'nora.lindqvist@throughcare.test', email_verified: true }

let door: Door
let provider: TestProvider
beforeAll(async () => {
  provider = await openProvider(`${ORIGIN}/api/auth/provider/answer`, NORA)
  door = await openDoor({ origin: ORIGIN, provider: provider.settings })
})
afterAll(async () => {
  await door.close()
  await provider.close()
})
beforeEach(async () => {
  provider.person = NORA
  provider.amr = []
  provider.forge = null
  await door.scene.owner.query('delete from account_identity')
  await door.scene.owner.query('delete from turn')
})

const count = async (of: string) =>
  Number((await door.scene.owner.query<{ count: string }>(`select count(*) from ${of}`)).rows[0]?.count)
const cookieOf = (answer: Answer, name: string) =>
  [answer.headers['set-cookie'] ?? []].flat().find((line) => line.startsWith(`${name}=`))
const KEPT = '__Host-throughcare-provider'
const SESSION = '__Host-throughcare-session'

/** One GET at the provider, as a browser would follow it. */
function get(address: string, cookie: string): Promise<{ location: string | undefined; cookies: string[] }> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { cookie } }, (res) => {
      res.resume()
      res.on('end', () =>
        resolve({
          location: res.headers.location,
          cookies: (res.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] as string),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Presses the button and walks through the provider: where it sends the browser back to, and what the browser keeps for us. */
async function walk(to = '/releases'): Promise<{ back: URL; kept: string }> {
  const start = await door.ask(`/api/auth/provider/start?to=${encodeURIComponent(to)}`)
  expect(start.status).toBe(303)
  const kept = cookieOf(start, KEPT)?.split(';')[0] ?? ''
  const jar = new Map<string, string>()
  let address = String(start.headers.location)
  for (let step = 0; step < 8 && !address.startsWith(ORIGIN); step += 1) {
    const { location, cookies } = await get(address, [...jar.values()].join('; '))
    for (const cookie of cookies) jar.set(cookie.split('=')[0] as string, cookie)
    address = new URL(location ?? '', provider.settings.issuer).href
  }
  return { back: new URL(address), kept }
}

const answer = (back: URL, cookie: string) => door.ask(`${back.pathname}${back.search}`, { headers: { cookie } })

async function refused(said: Answer, because = 'provider-refused'): Promise<void> {
  expect([said.status, new URL(String(said.headers.location), ORIGIN).searchParams.get('because')]).toEqual([
    303,
    because,
  ])
  expect(cookieOf(said, SESSION)).toBeUndefined()
}

describe('B08: signing in by an identity provider', () => {
  it('lets in whom it vouches for under the verified address of an account, and leads on to where they wanted to go', async () => {
    provider.amr = ['pwd', 'mfa']
    const { back, kept } = await walk('/cases/somewhere?tab=doses')
    expect([...back.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state'])
    const said = await answer(back, kept)
    expect(said.headers.location).toBe('/sign-in?because=arrived&to=%2Fcases%2Fsomewhere%3Ftab%3Ddoses')
    expect(cookieOf(said, SESSION)).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookieOf(said, KEPT)).toContain('Max-Age=0')
    const me = await door.call('/api/trpc/access.me', undefined, {
      cookie: cookieOf(said, SESSION)?.split(';')[0] ?? '',
    })
    expect(JSON.parse(me.text).result.data.json).toMatchObject({ displayName: 'Nora Lindqvist' })
  })

  it('asks for our second factor where there is one and the provider asked for none', async () => {
    await door.scene.owner.query(
      `insert into second_factor (account_id, sealed, confirmed_at) select id, '\\x00', app.now() from account where email = $1`,
      [NORA.email],
    )
    const { back, kept } = await walk()
    const said = await answer(back, kept)
    expect(said.headers.location).toContain('because=code')
    const half = cookieOf(said, SESSION)?.split(';')[0] ?? ''
    expect((await door.call('/api/trpc/access.me', undefined, { cookie: half })).status).toBe(401)
    provider.amr = ['pwd', 'otp', 'mfa']
    const again = await walk()
    const whole = await answer(again.back, again.kept)
    expect(whole.headers.location).toContain('because=arrived')
    const cookie = cookieOf(whole, SESSION)?.split(';')[0] ?? ''
    expect((await door.call('/api/trpc/access.me', undefined, { cookie })).status).toBe(200)
    await door.scene.owner.query('delete from second_factor')
  })

  it('knows them by the name that the provider has for them from then on, not by an address that somebody else has now', async () => {
    const first = await walk()
    expect((await answer(first.back, first.kept)).headers.location).toContain('because=arrived')
    provider.person = { ...NORA, email: 'married.name@elsewhere.test' }
    const again = await walk()
    expect((await answer(again.back, again.kept)).headers.location).toContain('because=arrived')
    provider.person = { ...NORA, sub: 'a-successor' }
    const successor = await walk()
    await refused(await answer(successor.back, successor.kept))
    expect(await count('account_identity')).toBe(1)
  })

  it.each<[string, Partial<typeof NORA>]>([
    ['an address that it has not verified', { email_verified: false }],
    ['an address that nobody has here', { email: 'nobody@throughcare.test' }],
    ['no address', { email: '' }],
    ['an address with something behind it', { email: 'nora.lindqvist@throughcare.test\u0000x' }],
  ])('refuses %s, and makes no account', async (_, change) => {
    const accounts = await count('account')
    provider.person = { ...NORA, sub: 'somebody', ...change }
    const { back, kept } = await walk()
    await refused(await answer(back, kept))
    expect([await count('account'), await count('account_identity')]).toEqual([accounts, 0])
  })

  it('refuses a closed account, linked or not', async () => {
    const linked = await walk()
    await answer(linked.back, linked.kept)
    await door.scene.owner.query(`update account set disabled_at = app.now() where email = $1`, [NORA.email])
    const { back, kept } = await walk()
    await refused(await answer(back, kept))
    await door.scene.owner.query(`update account set disabled_at = null where email = $1`, [NORA.email])
  })

  it.each<[string, Forgery]>([
    ['another nonce', (claims) => ({ claims: { ...claims, nonce: 'another' } })],
    ['no nonce', ({ nonce: _, ...claims }) => ({ claims })],
    ['another audience', (claims) => ({ claims: { ...claims, aud: 'another-client' } })],
    [
      'two audiences and no word of whom it is for',
      (claims) => ({ claims: { ...claims, aud: ['throughcare', 'another'] } }),
    ],
    ['another issuer', (claims) => ({ claims: { ...claims, iss: 'https://login.example.org' } })],
    ['a token that has run out', (claims) => ({ claims: { ...claims, exp: Math.floor(Date.now() / 1000) - 120 } })],
    ['a token of tomorrow', (claims) => ({ claims: { ...claims, nbf: Math.floor(Date.now() / 1000) + 86_400 } })],
    ['no signature', (_, header) => ({ header: { ...header, alg: 'none' }, key: 'none' })],
    ['the signature of another key', () => ({ key: 'other' })],
    ['the public key taken for a secret', (_, header) => ({ header: { ...header, alg: 'HS256' } })],
    ['a signature that was cut off', () => ({ key: 'none' })],
  ])('refuses %s, and makes no account', async (_, forge) => {
    const accounts = await count('account')
    const { back, kept } = await walk()
    provider.forge = forge
    await refused(await answer(back, kept))
    expect([await count('account'), await count('account_identity')]).toEqual([accounts, 0])
  })

  it('takes a token that was only handed on, so that the refusals above are of what was changed', async () => {
    const { back, kept } = await walk()
    provider.forge = () => ({})
    expect((await answer(back, kept)).headers.location).toContain('because=arrived')
  })

  it('refuses another state, none, a provider that is mixed up, and an answer that was heard before', async () => {
    for (const change of [
      (back: URL) => back.searchParams.set('state', 'another'),
      (back: URL) => back.searchParams.delete('state'),
      (back: URL) => back.searchParams.set('iss', 'https://login.example.org'),
      (back: URL) => back.searchParams.delete('iss'),
      (back: URL) => back.searchParams.set('code', 'another'),
      (back: URL) => back.searchParams.delete('code'),
    ]) {
      const { back, kept } = await walk()
      change(back)
      await refused(await answer(back, kept))
    }
    const { back, kept } = await walk()
    expect((await answer(back, kept)).headers.location).toContain('because=arrived')
    await refused(await answer(back, kept))
  })

  it('refuses an answer that this browser did not ask for: no question kept, one of another browser, one that was edited', async () => {
    const { back, kept } = await walk()
    const another = await walk()
    await refused(await answer(back, ''))
    await refused(await answer(back, another.kept))
    await refused(await answer(back, `${kept.slice(0, -2)}AA`))
    await refused(await answer(back, `${KEPT}=${Buffer.from('{}').toString('base64url')}`))
  })

  it('leads nobody to another site', async () => {
    const { back, kept } = await walk('//evil.example')
    expect((await answer(back, kept)).headers.location).not.toContain('evil')
  })

  it('hears so many answers from one place and no more', async () => {
    const said: (string | null)[] = []
    for (let turn = 0; turn < 32; turn += 1)
      said.push(
        new URL(
          String((await door.ask('/api/auth/provider/answer?code=x&state=y')).headers.location),
          ORIGIN,
        ).searchParams.get('because'),
      )
    expect(said.filter((reason) => reason === 'locked')).toHaveLength(2)
  })

  it('is no door for anything but a GET', async () => {
    expect((await door.ask('/api/auth/provider/start', { method: 'POST' })).status).toBe(405)
    expect((await door.ask('/api/auth/provider/other')).status).toBe(404)
  })
})

describe('H06: the identity provider is away', () => {
  it('says so at the door and to whoever watches, and lets people in by their own account', async () => {
    const { back, kept } = await walk()
    await provider.close()

    await refused(await answer(back, kept), 'provider-away')
    await refused(await door.ask('/api/auth/provider/start'), 'provider-away')
    expect(providerState()).toEqual({ label: 'Mill Lane Hospital', awaySince: expect.any(Date) })
    const health = JSON.parse((await door.ask('/api/health/ready')).text)
    expect(health).toMatchObject({
      status: 'ready',
      identityProvider: 'away',
      identityProviderAwaySince: expect.any(String),
    })
    const own = await door.signIn(NORA.email)
    expect(own.cookie).toContain(SESSION)
  })
})
