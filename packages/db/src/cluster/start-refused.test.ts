import { cpSync, existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeClusterFolder, runOnSmallDisk, SERVE_CLUSTER } from '../../testing/cluster-folder.ts'
import { REFUSED_EXIT_CODE, StartRefused } from '../start-refused.ts'
import { binariesIn, getBinaries } from './binaries.ts'
import { findClusterRecord } from './cluster-record.ts'
import { placeCluster } from './place-cluster.ts'
import { refusal } from './postmaster.ts'
import { canRun, findServerUser } from './server-user.ts'
import { startCluster } from './start-cluster.ts'

const isRoot = process.getuid?.() === 0

/** A cluster that was made and stopped, then damaged; the words in which the next start refuses it. */
async function refusedAfter(damage: (folder: string, data: string) => void): Promise<string> {
  const folder = makeClusterFolder()
  try {
    const cluster = await startCluster({ dataFolder: folder.path, fsync: false })
    cluster.stop()
    damage(folder.path, join(findClusterRecord(folder.path)?.serverFolder ?? '', 'data'))
    const error: unknown = await startCluster({ dataFolder: folder.path, fsync: false }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(StartRefused)
    return (error as StartRefused).message
  } finally {
    folder.remove()
  }
}

describe('a folder that cannot be opened ends in a sentence', () => {
  test.each<[string, (folder: string, data: string) => void, RegExp]>([
    [
      'made by a newer PostgreSQL',
      (_, data) => writeFileSync(join(data, 'PG_VERSION'), '19\n'),
      /made by PostgreSQL 19, and this version brings PostgreSQL 18: start the version that made it/,
    ],
    [
      'made by an older PostgreSQL',
      (_, data) => writeFileSync(join(data, 'PG_VERSION'), '15\n'),
      /PostgreSQL 15.*PostgreSQL 18/,
    ],
    ['without its version', (_, data) => rmSync(join(data, 'PG_VERSION')), /not a whole database.*restore a backup/],
    [
      'with a broken control file',
      (_, data) => truncateSync(join(data, 'global/pg_control'), 100),
      /does not start .*restore a backup, or move the folder away/,
    ],
    [
      'without its database',
      (_, data) => rmSync(data, { recursive: true }),
      /is missing from \S+: restore it from a backup/,
    ],
    ['without its passwords', (folder) => rmSync(join(folder, 'database.json')), /passwords.*missing: restore it/],
    ['with damaged passwords', (folder) => writeFileSync(join(folder, 'database.json'), '{'), /damaged.*restore it/],
  ])('%s', async (_, damage, sentence) => {
    const message = await refusedAfter(damage)
    expect(message).toMatch(sentence)
    expect(message.split('\n')).toHaveLength(1)
  })
})

describe('a full disk', () => {
  test('is named, whoever met it', () => {
    const server = {
      binaries: { folder: '', initdb: '', pgCtl: '', version: '', major: 18 },
      user: null,
      serverFolder: '/data',
    }
    expect(refusal(server, 'FATAL:  could not write to file: No space left on device').message).toBe(
      'The disk that holds /data is full: make room and start again.',
    )
  })

  // Mounting a small disk takes root; an ordinary user's run has the test above.
  if (isRoot && process.platform === 'linux') {
    test('ends a first start with one sentence and nothing left running', () => {
      const folder = makeClusterFolder()
      const { status, said } = runOnSmallDisk(folder.path, 20, process.execPath, [SERVE_CLUSTER, folder.path])
      folder.remove()
      expect(said.trim()).toMatch(/^The disk that holds \S+ is full: make room and start again\.$/)
      expect(status).toBe(REFUSED_EXIT_CODE)
    })
  }
})

describe('a folder that the database account cannot reach', () => {
  test('sends programs and files where it can', async () => {
    const folder = makeClusterFolder(0o700)
    const cluster = await startCluster({ dataFolder: folder.path, fsync: false })
    const { serverFolder } = findClusterRecord(folder.path) ?? { serverFolder: '' }
    // An ordinary user's database runs as they are, and reaches everything.
    expect(cluster.movedTo !== null).toBe(isRoot)
    expect(serverFolder.startsWith(folder.path)).toBe(!isRoot)
    cluster.stop()
    const again = await startCluster({ dataFolder: folder.path, fsync: false })
    expect(again.ownerUrl).toBe(cluster.ownerUrl)
    again.stop()
    folder.remove()
    expect(existsSync(serverFolder)).toBe(false)
  })

  if (isRoot) {
    test('is served by a copy of programs that it cannot reach', () => {
      const folder = makeClusterFolder()
      const closed = makeClusterFolder(0o700)
      const { folder: packaged, version } = getBinaries()
      cpSync(packaged, join(closed.path, 'native'), { recursive: true, verbatimSymlinks: true })
      const user = findServerUser()
      const place = placeCluster(folder.path, binariesIn(join(closed.path, 'native'), `${version}-test`), user)
      expect(place.movedTo).toBe(dirname(place.binaries.folder))
      expect(canRun(user, place.binaries.initdb)).toBe(true)
      rmSync(place.binaries.folder, { recursive: true })
      closed.remove()
      folder.remove()
    })
  }

  test('does not lose its database when it is deleted and made again', async () => {
    const folder = makeClusterFolder(0o700)
    const cluster = await startCluster({ dataFolder: folder.path, fsync: false })
    cluster.stop()
    const before = findClusterRecord(folder.path)?.serverFolder ?? ''
    rmSync(folder.path, { recursive: true })
    mkdirSync(folder.path, { mode: 0o700 })
    const fresh = await startCluster({ dataFolder: folder.path, fsync: false })
    fresh.stop()
    expect(findClusterRecord(folder.path)?.serverFolder === before).toBe(!isRoot)
    rmSync(before, { recursive: true, force: true })
    folder.remove()
  })
})
