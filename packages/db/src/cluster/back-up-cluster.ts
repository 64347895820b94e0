import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { chmod, chown, copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { StartRefused } from '../start-refused.ts'
import { type ClusterRecord, findClusterRecord } from './cluster-record.ts'
import { markMade } from './place-cluster.ts'
import { databaseUrls, withSuperuser } from './prepare-database.ts'
import { socketFolderOf } from './socket.ts'

/** What stands beside the database in a data folder and belongs to it: secrets, the key of the trail, how far it was sealed. */
const BESIDE = ['secrets.json', 'audit-key', 'audit-anchor.json']
/** What PostgreSQL makes anew as it starts, or must not find: of its own list for base back-ups. */
const LEFT_OUT = [
  'postmaster.pid',
  'postmaster.opts',
  'pg_internal.init',
  'backup_label',
  'standby.signal',
  'recovery.signal',
]
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const SEGMENT = /^[0-9A-F]{24}$/

export type BackUp = { files: number; bytes: number; seconds: number }

/**
 * Copies a data folder with its running embedded database, while people work in it. The copy is a data folder: started, it is the
 * database as it was when the copying ended.
 *
 * @param dataFolder of the running server
 * @param to a folder that is not there yet, or is empty
 * @param options.fsync false only where losing the copy in a power cut does not matter: tests
 * @throws StartRefused with a sentence for a person: no database, a folder with something in it
 */
export async function backUpCluster(dataFolder: string, to: string, { fsync = true } = {}): Promise<BackUp> {
  const from = performance.now()
  const source = resolve(dataFolder)
  const record = existsSync(source) ? findClusterRecord(realpathSync(source)) : null
  if (record === null) throw new StartRefused(`${source} holds no database of its own: nothing is copied.`)
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new StartRefused(`${to} is not empty: name a folder that is not there yet.`)
  await mkdir(to, { recursive: true })
  const copied: Copied = { files: 0, bytes: 0 }
  // Before the database: a trail that goes on behind what the file remembers is whole, and one that ends before it is not.
  for (const name of BESIDE)
    if (existsSync(join(source, name))) await copyOne(join(source, name), join(to, name), copied)
  const { superUrl } = databaseUrls(socketFolderOf(record.serverFolder), record.passwords, 'postgres')
  const server = join(to, 'database')
  await mkdir(server)
  await makeAlike(record.serverFolder, server)
  await withSuperuser(superUrl, (client) =>
    copyDatabase(client, join(record.serverFolder, 'data'), join(server, 'data'), copied),
  )
  await mkdir(join(server, 'log'))
  await makeAlike(record.serverFolder, join(server, 'log'))
  const stored: ClusterRecord = { serverFolder: 'database', passwords: record.passwords }
  await writeFile(join(to, 'database.json'), `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 })
  markMade(to)
  // All of it at once: thousands of files one by one take minutes on a slow disk.
  if (fsync) await promisify(execFile)('sync', process.platform === 'linux' ? ['-f', to] : [])
  return { ...copied, seconds: Math.round((performance.now() - from) / 100) / 10 }
}

type Copied = { files: number; bytes: number }

/** PostgreSQL's own folder, between its two calls for this, with the log of what was written meanwhile. */
async function copyDatabase(client: pg.Client, from: string, to: string, copied: Copied): Promise<void> {
  const slot = `back_up_${randomBytes(6).toString('hex')}`
  // Until the connection ends the server keeps the log that the copy needs.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  const { rows } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('throughcare', true)) as segment`,
  )
  const first = rows[0]?.segment ?? ''
  await copyFolder(from, to, copied)
  const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(true)')
  const label = join(to, 'backup_label')
  await writeFile(label, stopped.rows[0]?.labelfile ?? '', { mode: 0o600 })
  await makeAlike(join(from, 'PG_VERSION'), label)
  for (const name of await readdir(join(from, 'pg_wal')))
    if (name.endsWith('.history') || (SEGMENT.test(name) && name.slice(8) >= first.slice(8)))
      await copyOne(join(from, 'pg_wal', name), join(to, 'pg_wal', name), copied)
}

async function copyFolder(from: string, to: string, copied: Copied): Promise<void> {
  await mkdir(to)
  await makeAlike(from, to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(to, entry.name)]
    if (LEFT_OUT.includes(entry.name) || entry.name.startsWith('pgsql_tmp')) continue
    if (entry.isDirectory()) {
      if (!EMPTIED.includes(entry.name)) await copyFolder(here, there, copied)
      else await makeEmpty(here, there)
    } else if (entry.isFile()) await copyOne(here, there, copied)
  }
}

/** The folder with those in it that PostgreSQL expects to be there. */
async function makeEmpty(from: string, to: string): Promise<void> {
  await mkdir(to)
  await makeAlike(from, to)
  if (from.endsWith('pg_replslot')) return
  for (const inside of await readdir(from, { withFileTypes: true }))
    if (inside.isDirectory()) await makeEmpty(join(from, inside.name), join(to, inside.name))
}

/** A file that goes away meanwhile is one that PostgreSQL can do without. */
async function copyOne(from: string, to: string, copied: Copied): Promise<void> {
  try {
    await copyFile(from, to)
    await makeAlike(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return
  }
  copied.files += 1
  copied.bytes += (await stat(to)).size
}

/** The same owner and mode: PostgreSQL opens no folder of another's. */
async function makeAlike(from: string, to: string): Promise<void> {
  const { uid, gid, mode } = await stat(from)
  if (process.getuid?.() === 0) await chown(to, uid, gid)
  await chmod(to, mode & 0o7777)
}
