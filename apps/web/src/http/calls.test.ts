import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await openDoor({}, { headersMs: 300, requestMs: 600, checkMs: 100 })
  cookie = (await door.signIn('nora.lindqvist@throughcare.test')).cookie
})
afterAll(() => door.close())

const press = () => ({ requestId: crypto.randomUUID(), locale: 'nb' })
const CHANGE = '/api/trpc/access.chooseLanguage'
const READ = '/api/trpc/access.me'
const post = (path: string, headers: Record<string, string>, body: string) =>
  door.ask(path, { method: 'POST', headers: { cookie, ...headers }, body })
const ours = () => ({ origin: door.origin, 'content-type': 'application/json', 'x-throughcare': '1' })

describe('C01: a change', () => {
  it('is taken from a page of ours', async () => {
    expect((await door.call(CHANGE, press(), { cookie })).status).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['from another site', { origin: 'https://evil.example' }],
    ['from an origin that only begins like ours', { origin: 'http://localhost.evil.example' }],
    ['from a sandboxed frame', { origin: 'null' }],
    ['from another port of the machine', { origin: 'http://127.0.0.1:1' }],
    ['which the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['without our header', { 'x-throughcare': '' }],
  ])('is refused %s', async (_what, headers) => {
    expect((await door.call(CHANGE, press(), { cookie, ...headers })).status).toBe(403)
  })

  it('is refused without an origin', async () => {
    const headers = { 'content-type': 'application/json', 'x-throughcare': '1' }
    expect((await post(CHANGE, headers, JSON.stringify({ json: press() }))).status).toBe(403)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s',
    async (type) => {
      expect((await post(CHANGE, { ...ours(), 'content-type': type }, JSON.stringify({ json: press() }))).status).toBe(
        415,
      )
    },
  )

  it('cannot be made by an address alone', async () => {
    const answer = await door.ask(`${CHANGE}?input=${encodeURIComponent(JSON.stringify({ json: press() }))}`, {
      headers: { cookie },
    })
    expect(answer.status).toBe(405)
  })

  it('cannot hide in a batch of reads', async () => {
    const batch = `/api/trpc/access.me,access.chooseLanguage?batch=1`
    const body = JSON.stringify({ 0: {}, 1: { json: press() } })
    expect((await post(batch, { 'content-type': 'application/json' }, body)).status).toBe(403)
    const encoded = '/api/trpc/access.me%2Caccess.chooseLanguage?batch=1'
    expect((await post(encoded, { 'content-type': 'application/json' }, body)).status).toBe(403)
  })
})

describe('A20: a batch', () => {
  it('of ten is answered call by call, each authorised for itself', async () => {
    const batch = `/api/trpc/${Array(10).fill('access.me').join(',')}?batch=1`
    const signedIn = await post(batch, ours(), '{}')
    expect(signedIn.status).toBe(200)
    expect((JSON.parse(signedIn.text) as { result: unknown }[]).filter(({ result }) => result)).toHaveLength(10)
    const anonymous = await door.ask(batch, { method: 'POST', headers: ours(), body: '{}' })
    expect(
      (JSON.parse(anonymous.text) as { error: { json: { data: { code: string } } } }[]).map(
        ({ error }) => error.json.data.code,
      ),
    ).toEqual(Array(10).fill('not-signed-in'))
  })

  it.each([11, 100, 5000])('of %i is refused as a whole', async (count) => {
    const batch = `/api/trpc/${Array(count).fill('access.me').join(',')}?batch=1`
    expect([400, 431]).toContain((await post(batch, ours(), '{}')).status)
  })

  it('leaves the database reachable', async () => {
    await Promise.all(
      Array.from({ length: 60 }, () =>
        post(`/api/trpc/${Array(10).fill('access.me').join(',')}?batch=1`, ours(), '{}'),
      ),
    )
    expect((await door.call(READ, undefined, { cookie })).status).toBe(200)
  })
})

describe('C06, C07: bad input', () => {
  const nested = (depth: number) => `{"json":${'['.repeat(depth)}${']'.repeat(depth)}}`
  it.each<[string, string, number]>([
    ['no JSON', '{"json":', 400],
    ['a lone surrogate in the bytes', '{"json":"\ufffd', 400],
    ['10,000 levels', nested(10_000), 400],
    ['100,000 levels', nested(100_000), 400],
    ['brackets inside a text', JSON.stringify({ json: '['.repeat(10_000) }), 200],
    ['just over a megabyte', JSON.stringify({ json: 'x'.repeat(1_048_577) }), 413],
    ['half a million items', `{"json":[${'0,'.repeat(500_000)}0]}`, 200],
    ['__proto__', '{"json":{"__proto__":{"polluted":1}},"meta":{"values":{"__proto__.polluted":["Date"]}}}', 400],
    ['constructor', '{"json":{},"meta":{"values":{"constructor.prototype.polluted":["undefined"]}}}', 400],
    ['a number', '1', 200],
    ['null', 'null', 200],
  ])('%s', async (_what, body, expected) => {
    const { status } = await post(body.includes('polluted') ? CHANGE : READ, ours(), body)
    expect(status).toBeLessThan(500)
    if (expected >= 400) expect(status).toBe(expected)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('50 MB is cut off, and the process lives', async () => {
    const answer = await post(READ, ours(), 'x'.repeat(50_000_000)).catch((error: NodeJS.ErrnoException) => error.code)
    if (typeof answer === 'object') expect(answer.status).toBe(413)
    else expect(['ECONNRESET', 'EPIPE']).toContain(answer)
    expect((await door.ask('/api/health/live')).status).toBe(200)
  })

  it('50 MB without saying so is cut off as well', async () => {
    const headers = { ...ours(), 'transfer-encoding': 'chunked' }
    const answer = await post(READ, headers, 'x'.repeat(50_000_000)).catch((error: NodeJS.ErrnoException) => error.code)
    if (typeof answer === 'object') expect(answer.status).toBe(413)
    else expect(['ECONNRESET', 'EPIPE']).toContain(answer)
  })

  it.each([
    ['headers that never end', 'POST /api/trpc/access.me HTTP/1.1\r\nhost: x\r\nx-a: '],
    [
      'a body that never comes',
      'POST /api/trpc/access.me HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    ],
  ])('%s: the connection is closed', async (_what, start) => {
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(door.serving.port, '127.0.0.1', () => socket.write(start))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(said).toMatch(/^HTTP\/1\.1 (408|400)/)
  })
})

describe('C11: what an error tells', () => {
  it.each([
    ['an unknown procedure', '/api/trpc/nothing.here', 404],
    ['a procedure of Object', '/api/trpc/constructor', 404],
    ['a path of nonsense', '/api/trpc/%E0%A4%A', 400],
    ['an input that does not fit', CHANGE, 400],
  ])('%s', async (_what, path, status) => {
    const answer = await door.call(path, { requestId: 'Kim Canary', locale: 'Kim Canary' }, { cookie })
    expect(answer.status).toBe(status)
    expect(answer.text).not.toMatch(/Canary|stack|node_modules|\.ts|select /i)
  })

  it('is a code and the fields, for an input that does not fit', async () => {
    const answer = await door.call(CHANGE, { requestId: crypto.randomUUID(), locale: 'Norsk' }, { cookie })
    expect(JSON.parse(answer.text).error.json.data).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'locale', fault: 'access.locale.invalid' }],
    })
  })

  it('C10: is kept by no cache', async () => {
    expect((await door.call(READ, undefined, { cookie })).headers['cache-control']).toBe('no-store')
    expect((await door.call(READ, undefined)).headers['cache-control']).toBe('no-store')
  })
})

it('documents itself', async () => {
  const answer = await door.ask('/api/openapi.json')
  expect(JSON.parse(answer.text).paths['/access.me']).toBeDefined()
})
