import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { isLivingPostgres } from './postmaster.ts'
import type { ServerUser } from './server-user.ts'

/** PostgreSQL's own name for the socket of its usual port, which pg takes when no port is given. */
const SOCKET_NAME = '.s.PGSQL.5432'

/**
 * The folder of the server's Unix socket, made if it is not there.
 *
 * A socket's whole path must stay under 104 bytes, which a data folder deep in somebody's home does not; so it is a
 * short name in /tmp, derived from the server's folder. Only the server's user may enter it, and a folder of that name
 * that belongs to somebody else is refused.
 */
export function makeSocketFolder(serverFolder: string, user: ServerUser | null): string {
  const folder = socketFolderOf(serverFolder)
  const uid = user?.uid ?? process.getuid?.()
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user !== null) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0) {
    throw new StartRefused(`${folder} belongs to somebody else: remove it and start again.`)
  }
  removeStaleLock(join(folder, `${SOCKET_NAME}.lock`))
  return folder
}

/** Where the socket of the server in this folder is, once it runs. */
export function socketFolderOf(serverFolder: string): string {
  return `/tmp/throughcare-${createHash('sha256').update(serverFolder).digest('hex').slice(0, 12)}`
}

/** A killed server leaves a lock beside its socket, and PostgreSQL honours it if another program now has that number. */
function removeStaleLock(file: string): void {
  if (existsSync(file) && !isLivingPostgres(Number.parseInt(readFileSync(file, 'utf8'), 10))) rmSync(file)
}

/** A connection string over a Unix socket that pg, pg-boss and Prisma's adapter all understand. */
export function socketUrl(to: { folder: string; user: string; password: string; database: string }): string {
  const { folder, user, password, database } = to
  return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(folder)}`
}
