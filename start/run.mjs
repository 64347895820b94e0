import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announce } from './announce.mjs'
import { getDemoAuditKey } from './audit-key.mjs'
import { takeLock } from './lock.mjs'
import { buildPages, generateClient, install, productNode, toolEnvironment } from './prepare.mjs'
import { say, secondsSince, step } from './progress.mjs'
import { findSentence } from './refused.mjs'
import { runTool, stopTools } from './run-tool.mjs'
import { getDemoSecrets } from './secrets.mjs'
import { chooseFreePort, readSettings } from './settings.mjs'
import { Supervisor } from './supervise.mjs'
import { waitUntilReady } from './wait-until-ready.mjs'

/**
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {{ appUrl: string, ownerUrl: string | null, movedTo: string | null }} Database
 */

/** One after the other, within ten seconds: web finishes its requests, the worker loses no job that it is cut off from. */
const STOP_MS = { web: 4_500, worker: 1_800, database: 3_500 }
/** What a shell expects of a program that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * Brings Throughcare up and keeps it up until it is told to stop.
 *
 * @param {string} root the clone
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>} when it is ready; the process then lives until a signal
 */
export async function start(root, env) {
  const from = performance.now()
  let folder = root
  /** @type {{ release: () => void } | undefined} */
  let lock
  let ending = false
  /** @param {unknown} error */
  const refuse = async (error) => {
    // What fails while we stop fails because we stop.
    if (ending) return
    const sentence = findSentence(error, folder)
    say(
      sentence ?? `Throughcare stopped because of a fault of its own: ${error instanceof Error ? error.stack : error}`,
    )
    await end(1)
  }
  const supervisor = new Supervisor(refuse)
  /** @param {number} code */
  const end = async (code) => {
    ending = true
    stopTools()
    await supervisor.stop()
    lock?.release()
    process.exit(code)
  }
  stopOnSignal(supervisor, end)
  try {
    const wanted = readSettings(env, root)
    folder = wanted.dataFolder
    const taken = await takeLock(wanted.dataFolder, wanted.origin)
    if ('held' in taken) {
      say(`Throughcare is already running at ${taken.held.url} (process ${taken.held.pid}).`)
      process.exit(0)
    }
    lock = taken
    const settings = await chooseFreePort(wanted)
    taken.setUrl(settings.origin)
    const dataFolder = realpathSync(settings.dataFolder)
    const workshop = { root, logFolder: join(dataFolder, 'log') }
    mkdirSync(workshop.logFolder, { recursive: true, mode: 0o700 })
    await install(workshop)
    await generateClient(workshop)
    const [database] = await Promise.all([
      bringUpDatabase(supervisor, settings, workshop, dataFolder),
      buildPages(workshop),
    ])
    const secrets = settings.secrets ?? getDemoSecrets(dataFolder)
    serve(
      supervisor,
      settings,
      workshop,
      { ...secrets, DATABASE_URL: database.appUrl },
      {
        AUDIT_SIGNING_KEY: settings.auditKey ?? getDemoAuditKey(dataFolder),
        AUDIT_ANCHOR_FILE: process.env.AUDIT_ANCHOR_FILE || join(dataFolder, 'audit-anchor.json'),
      },
    )
    await waitUntilReady(settings)
    supervisor.markReady()
    await announce(settings, workshop, { movedTo: database.movedTo, appUrl: database.appUrl, ...secrets })
    say(`Started in ${secondsSince(from)}. Ctrl-C stops it.`)
  } catch (error) {
    await refuse(error)
  }
}

/** @param {Supervisor} supervisor @param {(code: number) => Promise<void>} end */
function stopOnSignal(supervisor, end) {
  let asked = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, async () => {
      if (asked) {
        supervisor.kill()
        process.exit(INTERRUPTED)
      }
      asked = true
      say('Stopping: web, worker, database.')
      await end(signal === 'SIGINT' ? INTERRUPTED : 0)
    })
  }
}

/**
 * A database that is running, migrated and, in the demo, filled.
 *
 * @param {Supervisor} supervisor
 * @param {Settings} settings
 * @param {import('./prepare.mjs').Workshop} workshop
 * @param {string} dataFolder
 * @returns {Promise<Database>}
 */
async function bringUpDatabase(supervisor, settings, { root, logFolder }, dataFolder) {
  /** @type {Database} */
  const database = settings.external
    ? { ...settings.external, movedTo: null }
    : await step('Starting the database', () => keepEmbeddedDatabase(supervisor, root, logFolder, dataFolder))
  if (database.ownerUrl === null) return database
  const env = toolEnvironment({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, TZ: 'UTC' })
  /** @param {string} doing @param {string} program @param {string} logName */
  const run = (doing, program, logName) =>
    step(doing, () =>
      runTool({
        doing,
        command: productNode(root),
        args: [program],
        cwd: root,
        env,
        logFile: join(logFolder, logName),
      }),
    )
  await run('Bringing the tables up to date', 'packages/db/src/migrate/migrate.ts', 'migrate.log')
  const demo = 'prisma/demo/load-demo.ts'
  if (settings.demo && existsSync(join(root, demo)))
    await run('Loading the demo data if there is none', demo, 'demo.log')
  return database
}

/**
 * @param {Supervisor} supervisor
 * @param {string} root
 * @param {string} logFolder
 * @param {string} dataFolder
 * @returns {Promise<Database>}
 */
function keepEmbeddedDatabase(supervisor, root, logFolder, dataFolder) {
  return new Promise((resolve) => {
    supervisor.keep(
      {
        name: 'database',
        command: productNode(root),
        args: [join(root, 'packages/db/src/cluster/serve-cluster.ts'), dataFolder],
        cwd: root,
        env: toolEnvironment(),
        logFile: join(logFolder, 'database.log'),
        stopMs: STOP_MS.database,
      },
      (message) => {
        if (message?.ready) resolve(message.ready)
      },
    )
  })
}

/**
 * Starts worker and web; web comes last, so that it is stopped first.
 *
 * @param {Supervisor} supervisor
 * @param {Settings} settings
 * @param {import('./prepare.mjs').Workshop} workshop
 * @param {NodeJS.ProcessEnv} given
 * @param {NodeJS.ProcessEnv} toWorker what the worker alone gets: web does not learn the key of the trail
 */
function serve(supervisor, settings, { root, logFolder }, given, toWorker) {
  const { DATABASE_OWNER_URL: _kept, AUDIT_SIGNING_KEY: _workers, ...inherited } = process.env
  const env = {
    ...inherited,
    ...given,
    NEXTAUTH_URL: settings.origin,
    THROUGHCARE_DEMO: settings.demo ? '1' : '0',
    PORT: String(settings.port),
    HOST: settings.host,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
  }
  const preload = pathToFileURL(join(root, 'start/end-with-supervisor.mjs')).href
  /** @param {'web' | 'worker'} name @param {string} folder @param {string} file @param {NodeJS.ProcessEnv} [more] */
  const keep = (name, folder, file, more = {}) =>
    supervisor.keep({
      name,
      command: productNode(root),
      args: ['--import', preload, file],
      cwd: join(root, folder),
      env: { ...env, ...more },
      logFile: join(logFolder, `${name}.log`),
      stopMs: STOP_MS[name],
    })
  keep('worker', 'apps/worker', 'src/main.ts', toWorker)
  keep('web', 'apps/web', 'server.ts')
}
