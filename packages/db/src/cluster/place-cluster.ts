import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
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

/** Every account can reach it, and only root can write it: what is run from there is what we put there. */
const REACHABLE_FOLDER = '/var/lib/throughcare'

/** Empty file of a data folder whose database has been made. */
const MADE_MARK = 'database.made'

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
  if (existsSync(join(dataFolder, MADE_MARK)) && !existsSync(join(record.serverFolder, 'data'))) {
    throw new StartRefused(
      `The database of ${dataFolder} is missing from ${record.serverFolder}: restore it from a backup, or move ${dataFolder} away to start with an empty one.`,
    )
  }
  if (!canWrite(user, record.serverFolder)) {
    throw new StartRefused(
      `The database runs as the user ${user?.name}, who cannot reach ${record.serverFolder} any more: give the folders above it back their old modes.`,
    )
  }
  const binaries = canRun(user, packaged.initdb) ? packaged : copyBinaries(packaged)
  const moved = binaries !== packaged || !record.serverFolder.startsWith(dataFolder)
  return { ...record, binaries, movedTo: moved ? REACHABLE_FOLDER : null }
}

/** From now on a missing database is a loss, and never again a reason to make an empty one. */
export function markMade(dataFolder: string): void {
  writeFileSync(join(dataFolder, MADE_MARK), '')
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
  return join(makeReachableFolder(), `database-${name}-${randomBytes(4).toString('hex')}`)
}

function copyBinaries(packaged: Binaries): Binaries {
  const folder = join(makeReachableFolder(), `postgresql-${packaged.version}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`
    cpSync(packaged.folder, draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, folder)
  }
  return binariesIn(folder, packaged.version)
}

function makeReachableFolder(): string {
  try {
    mkdirSync(REACHABLE_FOLDER, { recursive: true, mode: 0o755 })
    return REACHABLE_FOLDER
  } catch (cause) {
    throw new StartRefused(
      `The database cannot run as root, its own user cannot reach this folder, and ${REACHABLE_FOLDER} cannot be written: start as an ordinary user.`,
      { cause },
    )
  }
}
