import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { type Binaries, binariesIn } from './binaries.ts'
import { type ClusterRecord, findClusterRecord, recordCluster } from './cluster-record.ts'
import { canRun, canWrite, giveTo, type ServerUser } from './server-user.ts'

/** Where the server's files are. */
export interface Place extends ClusterRecord {
  binaries: Binaries
  /** The folder outside clone and data folder that something went to, or null when nothing had to move. */
  movedTo: string | null
}

/** Folders that every account of a Linux or macOS machine can reach and root can write, best first. */
const REACHABLE_FOLDERS = ['/var/lib', '/var/tmp', '/tmp']
const REACHABLE_NAME = 'throughcare'

/**
 * Decides where the server's programs and files are, and makes their folders.
 *
 * For an ordinary user: where the package manager put them, and in the data folder. Root's server runs as another
 * account, which cannot enter root's home or a folder of mode 0700; what it cannot reach goes to /var/lib/throughcare.
 * The choice is written into the data folder, so that a later change of a folder's mode does not lose a database.
 */
export function placeCluster(dataFolder: string, packaged: Binaries, user: ServerUser | null): Place {
  mkdirSync(dataFolder, { recursive: true, mode: user === null ? 0o700 : 0o755 })
  const record = findClusterRecord(dataFolder) ?? recordCluster(dataFolder, chooseServerFolder(dataFolder, user))
  mkdirSync(record.serverFolder, { recursive: true, mode: 0o700 })
  giveTo(user, record.serverFolder)
  if (!canWrite(user, record.serverFolder)) {
    throw new StartRefused(
      `The database runs as the user ${user?.name}, who cannot reach ${record.serverFolder} any more: give the folders above it back their old modes.`,
    )
  }
  const binaries = canRun(user, packaged.initdb) ? packaged : copyBinaries(packaged)
  const moved = binaries !== packaged || !record.serverFolder.startsWith(dataFolder)
  return { ...record, binaries, movedTo: moved ? join(reachableFolder(), REACHABLE_NAME) : null }
}

function chooseServerFolder(dataFolder: string, user: ServerUser | null): string {
  const inside = join(dataFolder, 'database')
  // Left over from a data folder whose record is gone: its passwords are gone too, so it cannot be used or replaced.
  if (existsSync(join(inside, 'data'))) {
    throw new StartRefused(
      `${inside} holds a database, but the file with its passwords, ${join(dataFolder, 'database.json')}, is missing: restore it from a backup, or move ${inside} away to start with an empty one.`,
    )
  }
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  giveTo(user, inside)
  if (canWrite(user, inside)) return inside
  const name = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 8)
  // The random part: a data folder that was deleted and made again must not meet its old database.
  return join(reachableFolder(), REACHABLE_NAME, `database-${name}-${randomBytes(4).toString('hex')}`)
}

function copyBinaries(packaged: Binaries): Binaries {
  const folder = join(reachableFolder(), REACHABLE_NAME, `postgresql-${packaged.version}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`
    cpSync(packaged.folder, draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, folder)
  }
  return binariesIn(folder, packaged.version)
}

function reachableFolder(): string {
  for (const folder of REACHABLE_FOLDERS) {
    try {
      mkdirSync(join(folder, REACHABLE_NAME), { recursive: true, mode: 0o755 })
      return folder
    } catch {
      // A read-only system: the next one.
    }
  }
  throw new StartRefused(
    `None of ${REACHABLE_FOLDERS.join(', ')} can be written: start as an ordinary user instead of root.`,
  )
}
