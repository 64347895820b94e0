import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { chooseFreePort, readSettings } from './settings.mjs'

const STRONG = 'q7Vn2kT9xR4mWc8LzP5sJd1HbY6gFa3E'
const keyOf = (type: 'ed25519' | 'ed448') =>
  generateKeyPairSync(type as 'ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
const KEY = keyOf('ed25519').toString('base64')
const WEAK_KEY = Buffer.concat([keyOf('ed25519').subarray(0, 16), Buffer.alloc(32, 7)]).toString('base64')
const REAL_USE = {
  THROUGHCARE_DEMO: '0',
  NEXTAUTH_URL: 'https://throughcare.example.org',
  NEXTAUTH_SECRET: STRONG,
  AUDIT_SIGNING_KEY: KEY,
}
const OWN_DATABASE = { DATABASE_URL: 'postgresql://throughcare_app@db/throughcare' }

describe('settings', () => {
  test('with none given, are a demo for this machine only', () => {
    expect(readSettings({}, '/clone')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/clone/.throughcare',
      demo: true,
      origin: 'http://localhost:3000',
      external: null,
      secrets: null,
      auditKey: null,
    })
  })

  test.each<[string, NodeJS.ProcessEnv, object]>([
    ['an own database turns the demo off', { ...REAL_USE, ...OWN_DATABASE, THROUGHCARE_DEMO: '' }, { demo: false }],
    ['unless the demo is asked for', { ...OWN_DATABASE, THROUGHCARE_DEMO: '1' }, { demo: true }],
    [
      'an own database may be migrated by somebody else',
      { ...REAL_USE, ...OWN_DATABASE },
      { external: { appUrl: OWN_DATABASE.DATABASE_URL, ownerUrl: null } },
    ],
    ['the origin has no path', { ...REAL_USE, NEXTAUTH_URL: 'https://a.example/b' }, { origin: 'https://a.example' }],
    ['a data folder may be anywhere', { THROUGHCARE_DATA: '/var/data' }, { dataFolder: '/var/data' }],
    ['all interfaces are reached as localhost', { HOST: '0.0.0.0' }, { origin: 'http://localhost:3000' }],
    ['one interface by its name', { HOST: '192.0.2.7', PORT: '80' }, { origin: 'http://192.0.2.7:80' }],
  ])('%s', (_, env, expected) => {
    expect(readSettings(env, '/clone')).toMatchObject(expected)
  })

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a port that is none', { PORT: 'http' }, /^PORT is http, .*: set it/],
    ['a port beyond the last', { PORT: '70000' }, /^PORT is 70000/],
    ['a misspelt setting', { THROUGHCARE_DEM: '0' }, /^THROUGHCARE_DEM is not a setting/],
    ['a demo of neither 0 nor 1', { THROUGHCARE_DEMO: 'no' }, /^THROUGHCARE_DEMO is no: set it to/],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://db' }, /^DATABASE_URL is not a PostgreSQL address/],
    [
      'an owner without an app',
      { DATABASE_OWNER_URL: 'postgresql://o@db/t' },
      /DATABASE_OWNER_URL is set without DATABASE_URL/,
    ],
    ['real use without a secret', { ...REAL_USE, NEXTAUTH_SECRET: '' }, /^NEXTAUTH_SECRET is missing/],
    ['real use with a short secret', { ...REAL_USE, NEXTAUTH_SECRET: 'secret' }, /^NEXTAUTH_SECRET is too weak/],
    [
      'real use with a monotonous secret',
      { ...REAL_USE, NEXTAUTH_SECRET: 'a'.repeat(64) },
      /^NEXTAUTH_SECRET is too weak/,
    ],
    ['real use without a key of the trail', { ...REAL_USE, AUDIT_SIGNING_KEY: '' }, /^AUDIT_SIGNING_KEY is missing/],
    ['a key of the trail that is none', { AUDIT_SIGNING_KEY: 'secret' }, /^AUDIT_SIGNING_KEY is not an Ed25519 key/],
    [
      'a key of another kind',
      { AUDIT_SIGNING_KEY: keyOf('ed448').toString('base64') },
      /^AUDIT_SIGNING_KEY is not an Ed25519 key/,
    ],
    ['a monotonous key', { ...REAL_USE, AUDIT_SIGNING_KEY: WEAK_KEY }, /^AUDIT_SIGNING_KEY is too weak/],
    ['real use without an address', { ...REAL_USE, NEXTAUTH_URL: '' }, /^NEXTAUTH_URL is missing/],
    ['an address that is none', { NEXTAUTH_URL: 'here' }, /^NEXTAUTH_URL is not an address/],
    ['an own database is real use', OWN_DATABASE, /^NEXTAUTH_URL is missing/],
  ])('refuse %s by name', (_, env, sentence) => {
    expect(() => readSettings(env, '/clone')).toThrow(sentence)
  })
})

describe('the port', () => {
  const settings = (port: number, host = '127.0.0.1') => readSettings({ PORT: String(port), HOST: host }, '/clone')

  test('0 is any that is free, in the origin as well', async () => {
    const { port, origin } = await chooseFreePort(settings(0))
    expect(port).toBeGreaterThan(0)
    expect(origin).toBe(`http://localhost:${port}`)
  })

  test('taken, is a sentence with another one to try', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    await expect(chooseFreePort(settings(port))).rejects.toThrow(
      `Port ${port} is taken by another program: stop it, or choose another port, for example PORT=${port + 1} npm start.`,
    )
    server.close()
  })

  test('on an address that is not this machine, is a sentence about HOST', async () => {
    await expect(chooseFreePort(settings(0, '192.0.2.7'))).rejects.toThrow(
      /^HOST is 192.0.2.7, where this machine cannot listen/,
    )
  })
})
