import { isLoopbackHost } from '../session/session-cookie.ts'
import { databaseFaults } from './database-settings.ts'
import { type ProviderSettings, readProvider } from './provider-settings.ts'

/** What the web process is told from outside. */
export type Environment = {
  demo: boolean
  /** What a browser types, without a path: https://throughcare.example */
  origin: string
  host: string
  port: number
  /** How many of our own proxies add to X-Forwarded-For; 0: nobody does, and the header is not believed. */
  trustedProxies: number
  /** Null: people sign in with accounts of ours alone. */
  provider: ProviderSettings | null
}

const SHORTEST_SECRET = 32
/** A secret of fewer different characters is typed, not made. */
const FEWEST_CHARACTERS = 8
const OURS = ['THROUGHCARE_DEMO', 'THROUGHCARE_DATA', 'THROUGHCARE_SCAN_COMMAND']
/** Variables that make libraries print what passes through them, or stop checking certificates. */
const NEVER_IN_EARNEST = ['DEBUG', 'NODE_DEBUG', 'NEXTAUTH_DEBUG', 'NODE_TLS_REJECT_UNAUTHORIZED']

/**
 * Reads the environment, or says everything that is wrong with it, each fault beginning with the name of its variable.
 * A value is never repeated: it may be a secret.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): { environment: Environment } | { faults: string[] } {
  const faults: string[] = []
  const demo = env.THROUGHCARE_DEMO === '1'
  if (env.THROUGHCARE_DEMO !== undefined && !['0', '1', ''].includes(env.THROUGHCARE_DEMO))
    faults.push('THROUGHCARE_DEMO is neither 1 (invented people) nor 0 (real use).')
  for (const name of Object.keys(env))
    if (name.startsWith('THROUGHCARE_') && !OURS.includes(name)) faults.push(`${name} is no setting of Throughcare.`)

  faults.push(...databaseFaults(env))
  faults.push(...secretFaults(env.NEXTAUTH_SECRET))
  if (env.NEXTAUTH_SECRET_BEFORE) faults.push(...secretFaults(env.NEXTAUTH_SECRET_BEFORE, 'NEXTAUTH_SECRET_BEFORE'))

  const port = wholeNumber(env.PORT, 3000, 65_535)
  if (port === null) faults.push('PORT is no number from 0 to 65535.')
  const trustedProxies = wholeNumber(env.TRUSTED_PROXIES, 0, 10)
  if (trustedProxies === null) faults.push('TRUSTED_PROXIES is no number from 0 to 10.')

  const origin = readOrigin(env.NEXTAUTH_URL, demo, port ?? 3000)
  if ('fault' in origin) faults.push(origin.fault)
  const provider = readProvider(env)
  if ('faults' in provider) faults.push(...provider.faults)
  if (!demo)
    for (const name of NEVER_IN_EARNEST)
      if (env[name])
        faults.push(`${name} is set: in real use it would put what passes through into the log or weaken it.`)
  if (env.NODE_ENV && env.NODE_ENV !== 'production' && !demo)
    faults.push('NODE_ENV is not "production": leave it out, or set it so.')

  if (faults.length > 0 || port === null || trustedProxies === null || 'fault' in origin || 'faults' in provider)
    return { faults }
  const host = env.HOST || '127.0.0.1'
  return { environment: { demo, origin: origin.origin, host, port, trustedProxies, provider: provider.provider } }
}

function secretFaults(secret: string | undefined, name = 'NEXTAUTH_SECRET'): string[] {
  if (!secret) return ['NEXTAUTH_SECRET is missing: make one, for example with "openssl rand -base64 48".']
  return secret.length < SHORTEST_SECRET || new Set(secret).size < FEWEST_CHARACTERS
    ? [`${name} is too weak: at least ${SHORTEST_SECRET} random characters.`]
    : []
}

function readOrigin(given: string | undefined, demo: boolean, port: number): { origin: string } | { fault: string } {
  if (!given) {
    if (demo) return { origin: `http://localhost:${port}` }
    return { fault: 'NEXTAUTH_URL is missing: it is the https address under which people reach Throughcare.' }
  }
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return { fault: 'NEXTAUTH_URL is no address: it looks like https://throughcare.example.' }
  if (url.pathname !== '/' || url.search || url.username || url.password)
    return { fault: 'NEXTAUTH_URL has more than scheme, host and port.' }
  if (url.protocol === 'http:' && !demo && !isLoopbackHost(url.host))
    return { fault: 'NEXTAUTH_URL is plain http: passwords and cases would travel in the open. Use https.' }
  return { origin: url.origin }
}

function wholeNumber(text: string | undefined, otherwise: number, most: number): number | null {
  if (text === undefined || text === '') return otherwise
  return /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : null
}
