import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartRefused } from '../start-refused.ts'
import { getBinaries } from './binaries.ts'
import type { ClusterRecord } from './cluster-record.ts'
import { initDatabaseFolder, writeSettings } from './init-database-folder.ts'
import { markMade, placeCluster } from './place-cluster.ts'
import { dataOf, findPostmaster, refusal, type Server, startPostmaster, stopPostmaster } from './postmaster.ts'
import { type DatabaseUrls, databaseUrls, prepareDatabase, withSuperuser } from './prepare-database.ts'
import { findServerUser } from './server-user.ts'
import { makeSocketFolder } from './socket.ts'

export interface ClusterOptions {
  /** Made if it is not there. Everything of the server lives in it, unless root's server cannot reach it. */
  dataFolder: string
  /** false only where losing the data in a power cut does not matter: tests. */
  fsync?: boolean
  /** Called with a line of progress, in English, for a person who is waiting. */
  log?: (line: string) => void
}

/** A running PostgreSQL with the database `throughcare` and its three roles. */
export interface Cluster extends DatabaseUrls {
  /** The server's own process. It outlives ours. */
  pid: number
  /** It was already running, left behind by a program that was killed. */
  adopted: boolean
  /** The folder outside the data folder where programs or database went, or null. */
  movedTo: string | null
  socketFolder: string
  passwords: ClusterRecord['passwords']
  /** Kindly, then at once; idempotent. */
  stop(): void
  isRunning(): boolean
}

/**
 * Starts the PostgreSQL that comes with the packages, or takes over the one that is already running on the folder.
 *
 * It listens on a Unix socket only. Takes about a second the first time and a tenth of that later.
 *
 * @throws StartRefused with a sentence for a person: another major version, a broken or unreachable folder, a full disk
 */
export async function startCluster({ dataFolder, fsync = true, log = () => {} }: ClusterOptions): Promise<Cluster> {
  const user = findServerUser()
  mkdirSync(dataFolder, { recursive: true, mode: user === null ? 0o700 : 0o755 })
  const folder = realpathSync(resolve(dataFolder))
  const place = placeCluster(folder, getBinaries(), user)
  const server: Server = { binaries: place.binaries, user, serverFolder: place.serverFolder }
  const running = findPostmaster(server)
  const stop = (socketFolder: string) => {
    stopPostmaster(server)
    rmSync(socketFolder, { recursive: true, force: true })
  }
  let socketFolder: string
  if (running === null) {
    log('Starting the database')
    initDatabaseFolder(server, place.passwords.superuser, fsync)
    markMade(folder)
    socketFolder = makeSocketFolder(place.serverFolder, user)
    writeSettings(server, socketFolder, fsync)
  } else {
    log(`Taking over the database that is already running (process ${running})`)
    socketFolder = await getLiveSocketFolder(server)
  }
  try {
    if (running === null) await startPostmaster(server)
    await untilRecovered(databaseUrls(socketFolder, place.passwords, 'postgres').superUrl, server)
    const urls = await prepareDatabase(socketFolder, place.passwords)
    return {
      ...urls,
      pid: getPostmaster(server),
      adopted: running !== null,
      movedTo: place.movedTo,
      socketFolder,
      passwords: place.passwords,
      stop: () => stop(socketFolder),
      isRunning: () => findPostmaster(server) !== null,
    }
  } catch (error) {
    // Nothing that we started is left behind by a start that failed.
    if (running === null) stop(socketFolder)
    throw error instanceof pg.DatabaseError && error.code === DISK_FULL ? refusal(server, error.message) : error
  }
}

function getPostmaster(server: Server): number {
  const pid = findPostmaster(server)
  if (pid === null) throw new Error('pg_ctl started a server that is not there.')
  return pid
}

const DISK_FULL = '53100'
/** It starts, and is not that far: a restored one first goes through its log. */
const CANNOT_CONNECT_NOW = '57P03'
const RECOVERY_WAIT_MS = 3_600_000

/** A folder that was restored to a moment is read-only until its log has been gone through up to there. */
async function untilRecovered(superUrl: string, server: Server): Promise<void> {
  const giveUpAt = performance.now() + RECOVERY_WAIT_MS
  while (findPostmaster(server) !== null) {
    const isRecovering = await withSuperuser(superUrl, async (client) => {
      const { rows } = await client.query<{ now: boolean }>('select pg_is_in_recovery() as now')
      return rows[0]?.now
    }).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === CANNOT_CONNECT_NOW) return true
      throw error
    })
    if (!isRecovering) return
    if (existsSync(join(dataOf(server), 'standby.signal')) || performance.now() > giveUpAt) {
      throw new StartRefused(
        `The database in ${server.serverFolder} follows another one and takes no writes: promote it, or start the one that it follows.`,
      )
    }
    await wait(100)
  }
  throw refusal(server, '')
}

/** PostgreSQL writes these lines one after the other as it comes up: which line says what is fixed by its protocol with pg_ctl. */
const SOCKET_LINE = 4
const STATUS_LINE = 7
const ADOPTION_WAIT_MS = 60_000

/** Where the running server's socket is, once it accepts connections. */
async function getLiveSocketFolder(server: Server): Promise<string> {
  const giveUpAt = performance.now() + ADOPTION_WAIT_MS
  while (performance.now() < giveUpAt && findPostmaster(server) !== null) {
    const lines = readFileSync(join(dataOf(server), 'postmaster.pid'), 'utf8').split('\n')
    const socketFolder = lines[SOCKET_LINE]?.trim()
    if (socketFolder && lines[STATUS_LINE]?.trim() === 'ready') return socketFolder
    await wait(50)
  }
  throw new StartRefused(
    `A database is running on ${server.serverFolder} but does not become ready: stop its process (first line of ${join(dataOf(server), 'postmaster.pid')}) and start again.`,
  )
}
