import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { StartRefused } from '../start-refused.ts'

/** What a data folder remembers about its database server; written once, mode 0600, never changed. */
export interface ClusterRecord {
  /**
   * Absolute here, in the file relative to the data folder, so that a data folder may be moved or restored elsewhere. Not
   * always inside it: see place-cluster.ts.
   */
  serverFolder: string
  passwords: { superuser: string; owner: string; app: string }
}

const FILE_NAME = 'database.json'

/** The record of a data folder, or null for a folder that has never had a database. */
export function findClusterRecord(dataFolder: string): ClusterRecord | null {
  const file = join(dataFolder, FILE_NAME)
  if (!existsSync(file)) return null
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<ClusterRecord>
    const { serverFolder, passwords } = record
    if (serverFolder && passwords?.superuser && passwords.owner && passwords.app) {
      return { serverFolder: resolve(dataFolder, serverFolder), passwords }
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new StartRefused(
    `${file} is damaged and holds the passwords of the database: restore it from a backup, or move ${dataFolder} away to start with an empty one.`,
  )
}

/**
 * Writes the record of a new database, with new random passwords. Of two programs that do so at once one wins, and both
 * get the winner's record.
 */
export function recordCluster(dataFolder: string, serverFolder: string): ClusterRecord {
  const password = () => randomBytes(24).toString('base64url')
  const record: ClusterRecord = {
    serverFolder,
    passwords: { superuser: password(), owner: password(), app: password() },
  }
  const file = join(dataFolder, FILE_NAME)
  const draft = `${file}.${process.pid}`
  const inside = relative(dataFolder, serverFolder)
  const stored = { ...record, serverFolder: inside.startsWith('..') ? serverFolder : inside }
  writeFileSync(draft, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    // A link fails when the name is taken, and never shows a half-written file.
    linkSync(draft, file)
    return record
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return findClusterRecord(dataFolder) ?? record
  } finally {
    rmSync(draft, { force: true })
  }
}
