import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { asServerUser, findServerUser, giveTo } from '../src/cluster/server-user.ts'
import { socketUrl } from '../src/cluster/socket.ts'

/** Where Debian's package puts it. */
const PROGRAM = '/usr/sbin/pgbouncer'
const READY_WITHIN_MS = 5_000

/** A PgBouncer in transaction mode before the databases of one cluster. */
export type Pooler = {
  version: string
  /** The same database, role and password, by way of the pooler. */
  through: (url: string) => string
  /** What it counted of a database: transactions, and connections to PostgreSQL now. */
  counted: (database: string) => Promise<{ transactions: number; servers: number }>
  stop: () => Promise<void>
}

/**
 * Starts Debian's PgBouncer with the settings that docs/operations.md names.
 *
 * @param poolSize connections to PostgreSQL for each database
 * @throws Error when the package is not installed: apt-get install pgbouncer
 */
export async function startPgBouncer(
  to: { socketFolder: string; passwords: { app: string } },
  poolSize = 8,
): Promise<Pooler> {
  if (!existsSync(PROGRAM)) throw new Error('there is no PgBouncer: apt-get install pgbouncer')
  const user = findServerUser()
  const folder = mkdtempSync('/tmp/throughcare-pooler-')
  giveTo(user, folder)
  const put = (name: string, lines: string[]): void => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`, { mode: 0o600 })
    giveTo(user, join(folder, name))
  }
  put('users.txt', [`"throughcare_app" "${to.passwords.app}"`])
  put('pgbouncer.ini', [
    '[databases]',
    `* = host=${to.socketFolder}`,
    '[pgbouncer]',
    'pool_mode = transaction',
    'listen_addr =',
    // Beside each other in one folder they differ by the port; here it has a folder of its own.
    'listen_port = 5432',
    `unix_socket_dir = ${folder}`,
    'auth_type = scram-sha-256',
    `auth_file = ${join(folder, 'users.txt')}`,
    'stats_users = throughcare_app',
    `default_pool_size = ${poolSize}`,
    'max_client_conn = 1000',
    `logfile = ${join(folder, 'pgbouncer.log')}`,
    `pidfile = ${join(folder, 'pgbouncer.pid')}`,
  ])
  const child = spawn(PROGRAM, ['-q', join(folder, 'pgbouncer.ini')], { ...asServerUser(user), stdio: 'ignore' })
  const through = (url: string): string => {
    const { username, password, pathname } = new URL(url)
    return socketUrl({ folder, user: username, password, database: pathname.slice(1) })
  }
  const ask = (text: string) => askItself(through(`postgresql://throughcare_app:${to.passwords.app}@x/pgbouncer`), text)
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [row] = await untilItAnswers(child, () => ask('show version'))
    return {
      version: String(row?.version),
      through,
      counted: async (database) => {
        const [stats] = (await ask('show stats')).filter((one) => one.database === database)
        const servers = (await ask('show servers')).filter((one) => one.database === database)
        return { transactions: Number(stats?.total_xact_count ?? 0), servers: servers.length }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Its own console, which speaks the simple protocol. */
async function askItself(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function untilItAnswers<T>(child: ChildProcess, ask: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (child.exitCode !== null || performance.now() > giveUpAt) throw error
      await wait(50)
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  const killed = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await gone
  clearTimeout(killed)
}
