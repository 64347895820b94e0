import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { isLivingPostgres } from '../src/cluster/postmaster.ts'
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
  await sweepAbandoned()
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
      // The matrix copies cases without their triggers.
      await client.query('grant set on parameter session_replication_role to throughcare_owner')
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

/** A folder without its run file is one that is just being made, or one whose removal was cut off; after this long the latter. */
const JUST_MADE_MS = 10 * 60_000
const END_WAIT_MS = 5_000

/** Stops and removes the clusters of runs that were killed before they could do so themselves. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync('/tmp').filter((entry) => join('/tmp', entry).startsWith(FOLDER_PREFIX))) {
    const folder = join('/tmp', name)
    if (!isAbandoned(folder)) continue
    const postmaster = join(folder, 'database/data/postmaster.pid')
    if (existsSync(postmaster)) {
      const socketFolder = readFileSync(postmaster, 'utf8').split('\n')[4]?.trim()
      await end(readPid(postmaster))
      if (socketFolder?.startsWith('/tmp/throughcare-')) rmSync(socketFolder, { recursive: true, force: true })
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function isAbandoned(folder: string): boolean {
  const runFile = join(folder, RUN_FILE)
  if (existsSync(runFile)) return !isAlive(readPid(runFile))
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > JUST_MADE_MS
}

/** Ends a server and waits until it has, because what it still writes would outlive its folder. */
async function end(pid: number): Promise<void> {
  if (!isLivingPostgres(pid)) return
  process.kill(pid, 'SIGQUIT')
  const giveUpAt = performance.now() + END_WAIT_MS
  while (isLivingPostgres(pid) && performance.now() < giveUpAt) await wait(50)
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
