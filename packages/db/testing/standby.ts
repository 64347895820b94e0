import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { backUpCluster } from '../src/cluster/back-up-cluster.ts'
import { getBinaries } from '../src/cluster/binaries.ts'
import { writeSettings } from '../src/cluster/init-database-folder.ts'
import { placeCluster } from '../src/cluster/place-cluster.ts'
import { dataOf, startPostmaster, stopPostmaster } from '../src/cluster/postmaster.ts'
import { type DatabaseUrls, databaseUrls, SUPERUSER, withSuperuser } from '../src/cluster/prepare-database.ts'
import { findServerUser, giveTo } from '../src/cluster/server-user.ts'
import { makeSocketFolder } from '../src/cluster/socket.ts'
import type { Cluster } from '../src/cluster/start-cluster.ts'

const READY_WITHIN_MS = 60_000

/** A second server that follows a first one and takes reads alone. */
export type Standby = {
  urls: (database: string) => DatabaseUrls
  /** Stops following what has arrived, until told to go on. */
  pause: () => Promise<void>
  goOn: () => Promise<void>
  promote: () => Promise<void>
  stop: () => void
  /** Stops it and removes its files. */
  remove: () => void
}

/** A streaming replica of a running embedded cluster, on the same machine. In /tmp by name: the server's account must be able to reach it. */
export async function startStandby(of: Cluster, dataFolder: string, { fsync = false } = {}): Promise<Standby> {
  const folder = mkdtempSync('/tmp/throughcare-standby-')
  chmodSync(folder, 0o755)
  const to = join(folder, 'copy')
  await backUpCluster(dataFolder, to, { fsync })
  const user = findServerUser()
  const place = placeCluster(to, getBinaries(), user)
  const server = { binaries: place.binaries, user, serverFolder: place.serverFolder }
  const follows = `host=${of.socketFolder} user=${SUPERUSER} password=${of.passwords.superuser} application_name=standby`
  appendFileSync(join(dataOf(server), 'postgresql.auto.conf'), `\nprimary_conninfo = '${follows}'\n`)
  writeFileSync(join(dataOf(server), 'standby.signal'), '')
  giveTo(user, join(dataOf(server), 'standby.signal'))
  const socketFolder = makeSocketFolder(place.serverFolder, user)
  writeSettings(server, socketFolder, fsync)
  await startPostmaster(server)
  const urls = (database: string) => databaseUrls(socketFolder, place.passwords, database)
  const tell = (statement: string) =>
    withSuperuser(urls('postgres').superUrl, async (client) => void (await client.query(statement)))
  await untilItAnswers(() => tell('select 1'))
  const stop = () => stopPostmaster(server)
  return {
    urls,
    pause: () => tell('select pg_wal_replay_pause()'),
    goOn: () => tell('select pg_wal_replay_resume()'),
    promote: () => tell('select pg_promote(true)'),
    stop,
    remove: () => {
      stop()
      rmSync(socketFolder, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** pg_ctl takes a standby for started before it lets anybody in. */
async function untilItAnswers(ask: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await wait(50)
    }
  }
}
