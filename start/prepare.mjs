import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { step } from './progress.mjs'
import { Refused } from './refused.mjs'
import { runTool } from './run-tool.mjs'
import { hashSources, unlessStamped } from './stamp.mjs'

/**
 * @typedef {object} Workshop what every step of making the product ready needs
 * @property {string} root the clone
 * @property {string} logFolder
 */

/** The Node that our sources are written for; it comes with the packages. @param {string} root */
export const productNode = (root) => join(root, 'node_modules/node/bin/node')

/** No tool asks, counts us, or looks for a newer version of itself. */
const QUIET = {
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CHECKPOINT_DISABLE: '1',
  npm_config_update_notifier: 'false',
}

/** The environment of a tool. @param {NodeJS.ProcessEnv} [more] @returns {NodeJS.ProcessEnv} */
export function toolEnvironment(more = {}) {
  return { ...process.env, ...QUIET, ...more }
}

/** How an installation is known again: by the lockfile, on this kind of machine. @param {string} root */
export function installStamp(root) {
  const places = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
  return {
    stampFile: join(root, 'node_modules/.throughcare-installed'),
    hash: hashSources(root, places, [process.platform, process.arch]),
  }
}

/**
 * The PATH without what npm and pnpm put in front of it for a script. There stands the Node of the packages, and npm run by that
 * one looks for the machine's settings (registry, proxy, certificates) in the wrong place.
 *
 * @param {string} [path]
 */
export function machinePath(path = process.env.PATH ?? '') {
  const isOfPackages = (/** @type {string} */ folder) =>
    /[\\/]node_modules[\\/](.*[\\/])?(\.bin|node-gyp-bin)[\\/]?$/.test(folder)
  return path
    .split(delimiter)
    .filter((folder) => !isOfPackages(folder))
    .join(delimiter)
}

/**
 * Installs exactly what the lockfile says, from the package registry alone, unless that has been done.
 *
 * @param {Workshop} workshop
 */
export async function install({ root, logFolder }) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { stampFile, hash } = installStamp(root)
  await unlessStamped(stampFile, hash, () =>
    step('Installing packages (once, a few minutes)', (tell) =>
      runTool({
        doing: 'Installing packages',
        command: 'npx',
        args: ['-y', '-p', manifest.packageManager, 'pnpm', 'install', '--frozen-lockfile', '--reporter=append-only'],
        cwd: root,
        // A few quick tries: on a machine without network, the sentence that says so should not take minutes.
        env: toolEnvironment({
          PATH: machinePath(),
          npm_config_fetch_retries: '2',
          npm_config_fetch_retry_mintimeout: '1000',
          npm_config_fetch_retry_maxtimeout: '3000',
        }),
        logFile: join(logFolder, 'install.log'),
        onLine: (line) => {
          if (line.includes('Progress:')) tell(line.slice(line.indexOf('resolved')))
        },
      }).catch(explainMissingNpm),
    ),
  )
}

/** @param {unknown} error */
function explainMissingNpm(error) {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
  throw new Refused(
    'npm is not on the PATH: install Node 20 or newer together with npm, from nodejs.org or your system.',
  )
}

/**
 * Generates the typed database client, unless that has been done for this schema.
 *
 * @param {Workshop} workshop
 */
export async function generateClient({ root, logFolder }) {
  const hash = hashSources(root, ['prisma/schema', 'pnpm-lock.yaml'])
  await unlessStamped(join(root, 'packages/db/src/generated/.throughcare-generated'), hash, () =>
    runTool({
      doing: 'Generating the database client',
      command: productNode(root),
      args: ['packages/db/src/migrate/generate-client.ts'],
      cwd: root,
      env: toolEnvironment(),
      logFile: join(logFolder, 'generate.log'),
    }),
  )
}

/**
 * Builds the pages, unless that has been done for these sources.
 *
 * @param {Workshop} workshop
 */
export async function buildPages({ root, logFolder }) {
  const sources = ['apps/web', 'packages', 'prisma/schema', 'pnpm-lock.yaml', 'tsconfig.json']
  const stampFile = join(root, 'apps/web/.next/throughcare-built')
  await unlessStamped(stampFile, hashSources(root, sources, [readNodeVersion(root)]), () =>
    step('Building the pages (after every change of the sources)', () =>
      runTool({
        doing: 'Building the pages',
        command: productNode(root),
        args: [join(root, 'apps/web/node_modules/next/dist/bin/next'), 'build'],
        cwd: join(root, 'apps/web'),
        env: toolEnvironment({ NODE_ENV: 'production', TZ: 'UTC' }),
        logFile: join(logFolder, 'build.log'),
      }),
    ),
  )
}

/** @param {string} root */
function readNodeVersion(root) {
  const file = join(root, 'node_modules/node/package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : ''
}
