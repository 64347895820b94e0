import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const good = {
  DATABASE_URL: 'postgresql://throughcare_app:secret-canary@db.internal/throughcare',
  NEXTAUTH_SECRET: 'kE7v1oQm9xTz4cRb8nWs2hLy6dFp0uJa',
  NEXTAUTH_URL: 'https://throughcare.example',
  THROUGHCARE_DEMO: '0',
}
const provider = {
  OIDC_ISSUER: 'https://login.example.org/realm',
  OIDC_CLIENT_ID: 'throughcare',
  OIDC_CLIENT_SECRET: 'kE7v1oQm9xTz4cRb',
  OIDC_LABEL: 'Mill Lane Hospital',
}
const faultsOf = (change: Record<string, string | undefined>) => {
  const read = readEnvironment({ ...good, ...change })
  return 'faults' in read ? read.faults : []
}

describe('J06: the environment', () => {
  it('is read', () => {
    expect(readEnvironment({ ...good, PORT: '8080', HOST: '0.0.0.0', TRUSTED_PROXIES: '1' })).toEqual({
      environment: {
        demo: false,
        origin: 'https://throughcare.example',
        host: '0.0.0.0',
        port: 8080,
        trustedProxies: 1,
        provider: null,
      },
    })
  })

  it('has defaults in a demo', () => {
    const { NEXTAUTH_URL: _left, ...rest } = good
    expect(readEnvironment({ ...rest, THROUGHCARE_DEMO: '1' })).toEqual({
      environment: {
        demo: true,
        origin: 'http://localhost:3000',
        host: '127.0.0.1',
        port: 3000,
        trustedProxies: 0,
        provider: null,
      },
    })
  })

  it('takes the settings that are documented', () => {
    expect(faultsOf({ THROUGHCARE_DATA: '/srv/data', THROUGHCARE_SCAN_COMMAND: 'clamdscan --no-summary -' })).toEqual(
      [],
    )
    const read = readEnvironment({ ...good, ...provider })
    expect('environment' in read && read.environment.provider).toEqual({
      issuer: 'https://login.example.org/realm',
      clientId: 'throughcare',
      clientSecret: 'kE7v1oQm9xTz4cRb',
      label: 'Mill Lane Hospital',
    })
    expect(faultsOf({ ...provider, OIDC_ISSUER: 'http://127.0.0.1:4000' })).toEqual([])
  })

  it.each<[string, Record<string, string | undefined>]>([
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: '' }],
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: 'login.example.org' }],
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: 'http://login.example.org' }],
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: 'http://127.0.0.1.example.org' }],
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: 'https://user:pass@login.example.org' }],
    ['OIDC_CLIENT_ID', { ...provider, OIDC_CLIENT_ID: undefined }],
    ['OIDC_CLIENT_SECRET', { ...provider, OIDC_CLIENT_SECRET: undefined }],
    ['OIDC_CLIENT_SECRET', { ...provider, OIDC_CLIENT_SECRET: 'short' }],
    ['OIDC_LABEL', { ...provider, OIDC_LABEL: undefined }],
    ['OIDC_LABEL', { ...provider, OIDC_LABEL: 'a'.repeat(41) }],
    ['OIDC_CLIENTID', { ...provider, OIDC_CLIENTID: 'x' }],
    ['DATABASE_URL', { DATABASE_URL: undefined }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['DATABASE_LISTEN_URL', { DATABASE_LISTEN_URL: 'db.internal' }],
    ['DATABASE_REPORTS_URL', { DATABASE_REPORTS_URL: 'http://replica' }],
    ['DATABASE_REPORTS_OLDEST_SECONDS', { DATABASE_REPORTS_OLDEST_SECONDS: '5m' }],
    ['DATABASE_NAMED_STATEMENTS', { DATABASE_NAMED_STATEMENTS: 'false' }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: undefined }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'short' }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'a'.repeat(64) }],
    ['NEXTAUTH_SECRET_BEFORE', { NEXTAUTH_SECRET_BEFORE: 'short' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: undefined }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'throughcare.example' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'https://throughcare.example/app' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'https://user:pass@throughcare.example' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'http://throughcare.example' }],
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'yes' }],
    ['THROUGHCARE_DEMO', { THROUGHCARE_DEMO: 'true' }],
    ['THROUGHCARE_DEMOO', { THROUGHCARE_DEMOO: '1' }],
    ['DEBUG', { DEBUG: '*' }],
    ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['NODE_ENV', { NODE_ENV: 'development' }],
  ])('names %s when it does not hold', (name, change) => {
    const faults = faultsOf(change)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} `))
  })

  it('says everything that is wrong at once, and repeats no value', () => {
    const faults = faultsOf({ DATABASE_URL: 'secret-canary', NEXTAUTH_SECRET: 'secret-canary', PORT: 'secret-canary' })
    expect(faults).toHaveLength(3)
    expect(faults.join()).not.toContain('canary')
  })

  it('lets plain http be on the machine itself', () => {
    for (const url of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(faultsOf({ NEXTAUTH_URL: url })).toEqual([])
    expect(faultsOf({ NEXTAUTH_URL: 'http://localhost.evil.example' })).toHaveLength(1)
  })
})
