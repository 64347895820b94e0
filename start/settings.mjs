import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { readAuditKey } from './audit-key.mjs'
import { Refused } from './refused.mjs'

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} dataFolder absolute
 * @property {boolean} demo false is production mode: no demo accounts, secrets must be given
 * @property {string} origin what a browser types, and the only origin that may change anything
 * @property {{ appUrl: string, ownerUrl: string | null } | null} external a PostgreSQL of the site's own, or null for the embedded one
 * @property {{ NEXTAUTH_SECRET: string } | null} secrets null where demo makes its own
 * @property {string | null} auditKey with which the worker signs the audit trail; null where demo makes its own
 */

const OURS = ['THROUGHCARE_DATA', 'THROUGHCARE_DEMO', 'THROUGHCARE_SCAN_COMMAND']
const DEFAULT_PORT = 3000
const DEFAULT_HOST = '127.0.0.1'
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const SHORTEST_SECRET = 32

/**
 * Reads the settings from the environment, and refuses with the name of the variable what cannot be meant.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the clone
 * @returns {Settings} with port 0 as it was given: chooseFreePort
 */
export function readSettings(env, root) {
  for (const name of Object.keys(env)) {
    if (name.startsWith('THROUGHCARE_') && !OURS.includes(name)) {
      throw new Refused(`${name} is not a setting of Throughcare: the ones that start so are ${OURS.join(', ')}.`)
    }
  }
  const external = readDatabase(env)
  const demo = readDemo(env, external !== null)
  const port = readPort(env)
  const host = env.HOST || DEFAULT_HOST
  return {
    port,
    host,
    dataFolder: resolve(root, env.THROUGHCARE_DATA || '.throughcare'),
    demo,
    origin: readOrigin(env, demo, host, port),
    external,
    secrets: readSecrets(env, demo),
    auditKey: readAuditKey(env, demo),
  }
}

/** @param {NodeJS.ProcessEnv} env */
function readPort(env) {
  const port = Number(env.PORT || DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Refused(
      `PORT is ${env.PORT}, which is not a number from 1 to 65535: set it to one, or leave it out for ${DEFAULT_PORT}.`,
    )
  }
  return port
}

/** @param {NodeJS.ProcessEnv} env */
function readDatabase(env) {
  if (!env.DATABASE_URL) {
    if (env.DATABASE_OWNER_URL)
      throw new Refused('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.')
    return null
  }
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    const url = env[name]
    if (url && !/^postgres(ql)?:\/\/\S+$/.test(url)) {
      throw new Refused(
        `${name} is not a PostgreSQL address: it begins with postgresql:// and names role, host and database.`,
      )
    }
  }
  return { appUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL || null }
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} ownDatabase */
function readDemo(env, ownDatabase) {
  const given = env.THROUGHCARE_DEMO
  if (!given) return !ownDatabase
  if (given !== '0' && given !== '1') {
    throw new Refused(`THROUGHCARE_DEMO is ${given}: set it to 1 for the demo or 0 for real use.`)
  }
  return given === '1'
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} demo @param {string} host @param {number} port */
function readOrigin(env, demo, host, port) {
  if (env.NEXTAUTH_URL) {
    if (!URL.canParse(env.NEXTAUTH_URL)) {
      throw new Refused('NEXTAUTH_URL is not an address: it looks like https://throughcare.example.org.')
    }
    return new URL(env.NEXTAUTH_URL).origin
  }
  if (!demo) {
    throw new Refused(
      'NEXTAUTH_URL is missing: in real use it names the https address under which people reach Throughcare.',
    )
  }
  return `http://${LOOPBACK.includes(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} demo */
function readSecrets(env, demo) {
  const secret = env.NEXTAUTH_SECRET
  if (!secret) {
    if (demo) return null
    throw new Refused(
      'NEXTAUTH_SECRET is missing: in real use it is a secret of your own, made for example with "openssl rand -base64 48".',
    )
  }
  if (secret.length < SHORTEST_SECRET || new Set(secret).size < SHORTEST_SECRET / 4) {
    throw new Refused(
      `NEXTAUTH_SECRET is too weak: use at least ${SHORTEST_SECRET} random characters, for example from "openssl rand -base64 48".`,
    )
  }
  return { NEXTAUTH_SECRET: secret }
}

/**
 * The settings with a port that is free now: the given one, or any for 0.
 *
 * @param {Settings} settings
 * @returns {Promise<Settings>}
 */
export async function chooseFreePort(settings) {
  const port = await listenOnce(settings)
  return { ...settings, port, origin: settings.origin.replace(/:0$/, `:${port}`) }
}

/** @param {Settings} settings @returns {Promise<number>} */
function listenOnce({ port, host }) {
  return new Promise((resolvePort, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Refused(
            `Port ${port} is taken by another program: stop it, or choose another port, for example PORT=${port + 1} npm start.`,
          ),
        )
      } else if (error.code === 'EACCES') {
        reject(
          new Refused(
            `Port ${port} needs rights that this user does not have: choose one above 1023, for example PORT=${DEFAULT_PORT} npm start.`,
          ),
        )
      } else {
        reject(
          new Refused(
            `HOST is ${host}, where this machine cannot listen (${error.code}): leave it out for ${DEFAULT_HOST}.`,
          ),
        )
      }
    })
    server.listen({ port, host, exclusive: true }, () => {
      const { port: found } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolvePort(found))
    })
  })
}
