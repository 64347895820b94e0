import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { hash } from '@node-rs/argon2'
import { cloneDatabase } from '@throughcare/db/testing/clone-database'
import { startPgBouncer } from '@throughcare/db/testing/pgbouncer'
import { castIn } from '@throughcare/db/testing/scene'
import { startTestCluster } from '@throughcare/db/testing/test-cluster'
import pg from 'pg'
import { PASSWORD, type World } from './world.ts'

const LOGS = new URL('../test-results/log/', import.meta.url)
const READY_WITHIN_MS = 60_000

/** Before all journeys: a database with the cast, and the production build of web and worker on it. Returns how to end it. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export of its globalSetup
export default async function serve(): Promise<() => Promise<void>> {
  mkdirSync(LOGS, { recursive: true })
  const cluster = await startTestCluster()
  const { appUrl, ownerUrl, name } = await cloneDatabase(cluster.address)
  // For the proof that web and worker need nothing of a connection beyond its transaction.
  const pooler = process.env.JOURNEYS_POOLER ? await startPgBouncer(cluster.address) : null
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const { services, people } = await castIn(owner, passwordHash)
  const accounts = Object.fromEntries(
    Object.entries(people).map(([who, actor]) => [who, actor.accountId]),
  ) as World['accounts']
  await owner.end()

  const { origin, env } = await placeOf(pooler?.through(appUrl) ?? appUrl)
  if (pooler) Object.assign(env, { DATABASE_LISTEN_URL: appUrl, DATABASE_NAMED_STATEMENTS: '0' })

  const children = [start('web', '../apps/web/server.ts', env), start('worker', '../apps/worker/src/main.ts', env)]
  const workerPid = children[1]?.pid ?? 0
  process.env.JOURNEYS = JSON.stringify({
    origin,
    ownerUrl,
    services,
    accounts,
    workerPid,
    cluster: cluster.address,
  } satisfies World)
  await ready(origin)
  return async () => {
    if (pooler) writeFileSync(new URL('journeys-pooler.json', LOGS), JSON.stringify(await pooler.counted(name)))
    await Promise.all(children.map(stop))
    await pooler?.stop()
    cluster.stop()
  }
}

/** Where a web process on this database answers, and what it is told as it starts. */
export async function placeOf(appUrl: string): Promise<{ origin: string; env: NodeJS.ProcessEnv }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: 'journeys-only-0123456789-abcdefghijklmnop',
    NEXTAUTH_URL: origin,
    AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .toString('base64'),
    THROUGHCARE_DEMO: '1',
    PORT: String(port),
    TZ: 'UTC',
  }
  return { origin, env }
}

export function start(name: string, file: string, env: NodeJS.ProcessEnv): ChildProcess {
  const log = createWriteStream(new URL(`journeys-${name}.log`, LOGS))
  const child = spawn(process.execPath, [new URL(file, import.meta.url).pathname], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.pipe(log)
  child.stderr?.pipe(log)
  return child
}

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export async function ready(origin: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > until)
      throw new Error('The web process did not become ready: see test-results/log/journeys-web.log.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
