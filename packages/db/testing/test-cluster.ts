import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findClusterRecord } from '../src/cluster/cluster-record.ts'
import { databaseUrls, withSuperuser } from '../src/cluster/prepare-database.ts'
import { startCluster } from '../src/cluster/start-cluster.ts'
import { applyMigrations } from '../src/migrate/apply-migrations.ts'
import { REPOSITORY_ROOT } from '../src/repository-root.ts'

/**
 * A test's own PostgreSQL: one per run, in a temporary folder, fsync off, with the migrated database `throughcare` as the
 * template that every test file clones. As globalSetup of a vitest.config.ts:
 *
 *   globalSetup: ['@throughcare/db/testing/test-cluster']
 */

/** What is needed to reach the run's cluster from another process; plain data. */
export interface TestClusterAddress {
  socketFolder: string
  passwords: { superuser: string; owner: string; app: string }
}

export interface TestCluster {
  address: TestClusterAddress
  /** Stops the server and removes its files. */
  stop(): void
}

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestClusterAddress
  }
}

/** In /tmp by name, not os.tmpdir(): the server's account must be able to reach it. */
const FOLDER_PREFIX = '/tmp/throughcare-test-'
const RUN_FILE = 'run.pid'

/** The app role past row level security, for the test run that proves the application's own lock. Test clusters only. */
export const UNLOCKED_ROLE = 'throughcare_app_unlocked'

/** Starts a cluster for one run and migrates its template. About a second. */
export async function startTestCluster(): Promise<TestCluster> {
  sweepAbandoned()
  const dataFolder = mkdtempSync(FOLDER_PREFIX)
  chmodSync(dataFolder, 0o755)
  writeFileSync(join(dataFolder, RUN_FILE), String(process.pid))
  const cluster = await startCluster({ dataFolder, fsync: false })
  const stop = () => {
    cluster.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    await applyMigrations(cluster.ownerUrl, join(REPOSITORY_ROOT, 'prisma/migrations'))
    await withSuperuser(databaseUrls(cluster.socketFolder, cluster.passwords, 'postgres').superUrl, async (client) => {
      const password = client.escapeLiteral(cluster.passwords.app)
      await client.query(
        `create role ${UNLOCKED_ROLE} login inherit bypassrls password ${password} in role throughcare_app`,
      )
    })
  } catch (error) {
    stop()
    throw error
  }
  return { address: { socketFolder: cluster.socketFolder, passwords: cluster.passwords }, stop }
}

let running: TestCluster | undefined

/** vitest calls this once before all files of a run. */
export async function setup(project: TestProject): Promise<void> {
  running = await startTestCluster()
  project.provide('testCluster', running.address)
}

/** vitest calls this once after all files of a run. */
export function teardown(): void {
  running?.stop()
}

/** Stops and removes the clusters of runs that were killed before they could do so themselves. */
function sweepAbandoned(): void {
  for (const name of readdirSync('/tmp').filter((entry) => join('/tmp', entry).startsWith(FOLDER_PREFIX))) {
    const folder = join('/tmp', name)
    if (!existsSync(join(folder, RUN_FILE)) || isAlive(readPid(join(folder, RUN_FILE)))) continue
    const postmaster = join(findClusterRecord(folder)?.serverFolder ?? folder, 'data/postmaster.pid')
    if (existsSync(postmaster)) {
      const pid = readPid(postmaster)
      if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function readPid(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
