import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
const STOP_SECONDS = 3

export const dataOf = ({ serverFolder }: Server) => join(serverFolder, 'data')
const startLogOf = ({ serverFolder }: Server) => join(serverFolder, 'start.log')

/**
 * The process that has this server's files open, or null. A process of another program that happens to have the number
 * that a killed server left behind is not it, and the number is cleared away.
 */
export function findPostmaster(server: Server): number | null {
  const file = join(dataOf(server), 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (!Number.isInteger(pid) || !isAlive(pid)) return null
  const program = join('/proc', String(pid), 'comm')
  if (existsSync(program) && readFileSync(program, 'utf8').trim() !== 'postgres') {
    rmSync(file)
    return null
  }
  return pid
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
export function startPostmaster(server: Server): void {
  writeFileSync(startLogOf(server), '')
  giveTo(server.user, startLogOf(server))
  const args = ['start', '-D', dataOf(server), '-l', startLogOf(server), '-w', '-t', String(START_SECONDS), '-s']
  const { status, stderr } = runProgram(server, server.binaries.pgCtl, args)
  if (status !== 0) throw refusal(server, stderr)
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

/** Turns what PostgreSQL wrote before it gave up into one sentence. */
export function refusal(server: Server, stderr: string): StartRefused {
  const startLog = existsSync(startLogOf(server)) ? readFileSync(startLogOf(server), 'utf8') : ''
  const words = `${stderr}\n${startLog}`
  if (/No space left on device|Disk quota exceeded/i.test(words)) {
    return new StartRefused(`The disk that holds ${server.serverFolder} is full: make room and start again.`)
  }
  const lastWords = words.match(/(?:FATAL|PANIC|error): {1,2}(.+)/g)?.at(-1) ?? (stderr.trim() || 'it gave no reason')
  return new StartRefused(
    `The database in ${server.serverFolder} does not start (${lastWords}): restore a backup, or move the folder away to begin with an empty one.`,
  )
}
