import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import type { Binaries } from './binaries.ts'
import { asServerUser, giveTo, type ServerUser } from './server-user.ts'

/** Everything that a call on the server's programs needs. */
export interface Server {
  binaries: Binaries
  user: ServerUser | null
  /** Holds `data`, which is PostgreSQL's own folder, its logs, and nothing else. */
  serverFolder: string
}

const START_SECONDS = 60
/** The supervisor stops three programs within ten seconds, and the database is the last of them. */
const STOP_SECONDS = 2

/** Above the highest number that Linux (2^22) or macOS gives to a process. */
const NOBODYS_NUMBER = 2 ** 22 + 1
/** How long the rest of a killed server may take to notice that it is alone. */
const LEFTOVERS_MS = 10_000
const LEFTOVERS = /pre-existing shared memory block|is still in use/

export const dataOf = ({ serverFolder }: Server) => join(serverFolder, 'data')

/**
 * The process that has this server's files open, or null.
 *
 * The number that a killed server left behind is not it when the killed process only waits to be collected (a container
 * without an init), or when another program has been given the number since. PostgreSQL would refuse to start over either, so
 * the number is replaced by one that nobody has. The rest of the file stays: with it PostgreSQL makes sure that no part of
 * the killed server still writes.
 */
export function findPostmaster(server: Server): number | null {
  const file = join(dataOf(server), 'postmaster.pid')
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  const pid = Number.parseInt(text, 10)
  if (!Number.isInteger(pid)) return null
  if (isLivingPostgres(pid)) return pid
  writeFileSync(file, text.replace(/^\d+/, String(NOBODYS_NUMBER)))
  return null
}

/** Is this the number of a PostgreSQL server that runs? */
export function isLivingPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    // "8593 (postgres) S …": the state Z is a process that has ended.
    const [, name, state] = /\((.*)\) (.)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name === 'postgres' && state !== 'Z'
  } catch {
    // No /proc on this system, or it ended this moment, which PostgreSQL finds out by itself.
    return true
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Starts the server through pg_ctl, which gives it a process group of its own: a Ctrl-C in the terminal reaches us and
 * not the database, so that it is stopped last.
 *
 * @throws StartRefused with PostgreSQL's own last words when it does not come up
 */
export async function startPostmaster(server: Server): Promise<void> {
  const giveUpAt = performance.now() + LEFTOVERS_MS
  for (;;) {
    const said = tryToStart(server)
    if (said === null) return
    if (!LEFTOVERS.test(said) || performance.now() > giveUpAt) throw refusal(server, said)
    await wait(100)
  }
}

/** @returns null when it runs, else everything that pg_ctl and PostgreSQL said about it */
function tryToStart(server: Server): string | null {
  const startLog = join(server.serverFolder, 'start.log')
  writeFileSync(startLog, '')
  giveTo(server.user, startLog)
  const sizesBefore = logSizes(server)
  const args = ['start', '-D', dataOf(server), '-l', startLog, '-w', '-t', String(START_SECONDS), '-s']
  const { status, stderr } = runProgram(server, server.binaries.pgCtl, args)
  if (status === 0) return null
  // What it says before its log collector runs is in the one, the rest in the other.
  return [stderr, readFileSync(startLog, 'utf8'), readLogsSince(server, sizesBefore)].join('\n')
}

const logFolderOf = ({ serverFolder }: Server) => join(serverFolder, 'log')

/** How long each log is by now: there is one per weekday. */
function logSizes(server: Server): Map<string, number> {
  const folder = logFolderOf(server)
  if (!existsSync(folder)) return new Map()
  return new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]))
}

function readLogsSince(server: Server, before: Map<string, number>): string {
  return [...logSizes(server)]
    .filter(([name, size]) => size !== before.get(name))
    .map(([name, size]) => {
      const known = before.get(name) ?? 0
      // Shorter than before: a new week has begun in it.
      return readFileSync(join(logFolderOf(server), name))
        .subarray(size > known ? known : 0)
        .toString('utf8')
    })
    .join('\n')
}

/** Stops the server: kindly, then at once. Says nothing when it was not running. */
export function stopPostmaster(server: Server): void {
  const stop = (mode: string, seconds: number) =>
    runProgram(server, server.binaries.pgCtl, [
      'stop',
      '-D',
      dataOf(server),
      '-m',
      mode,
      '-w',
      '-t',
      String(seconds),
      '-s',
    ])
  if (stop('fast', STOP_SECONDS).status !== 0 && findPostmaster(server) !== null) stop('immediate', 1)
}

/** Runs one of the server's programs to its end as the server's user. */
export function runProgram(server: Server, program: string, args: string[]) {
  const { status, stderr, error } = spawnSync(program, args, {
    ...asServerUser(server.user),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  return { status, stderr: error?.message ?? stderr }
}

/** Turns what PostgreSQL said before it gave up into one sentence. */
export function refusal({ serverFolder }: Server, said: string): StartRefused {
  if (/No space left on device|Disk quota exceeded/i.test(said)) {
    return new StartRefused(`The disk that holds ${serverFolder} is full: make room and start again.`)
  }
  const lines = said.split('\n').map((line) => line.trim())
  const reason = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.find((line) => line !== '')
  return new StartRefused(
    `The database in ${serverFolder} does not start (${reason ?? 'it gave no reason'}): restore a backup, or move the folder away to begin with an empty one.`,
  )
}
