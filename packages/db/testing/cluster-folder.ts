import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findClusterRecord } from '../src/cluster/cluster-record.ts'

/** A data folder of a test's own, and everything that a cluster in it leaves behind when it is removed. */
export interface ClusterFolder {
  path: string
  remove(): void
}

/**
 * @param mode 0o755 lets the database's account in when we are root; 0o700 does not
 */
export function makeClusterFolder(mode = 0o755): ClusterFolder {
  // In /tmp by name: os.tmpdir() may be a folder of root's own.
  const path = mkdtempSync('/tmp/throughcare-cluster-')
  chmodSync(path, mode)
  return {
    path,
    remove() {
      const record = tryToFind(path)
      if (record !== null && !record.startsWith(path)) rmSync(record, { recursive: true, force: true })
      rmSync(path, { recursive: true, force: true })
    },
  }
}

function tryToFind(path: string): string | null {
  try {
    return findClusterRecord(path)?.serverFolder ?? null
  } catch {
    return null
  }
}

/**
 * Runs a program with a disk of its own under a folder, of so many megabytes, that nobody else sees. Linux, as root.
 *
 * @returns what it said, and its exit code
 */
export function runOnSmallDisk(folder: string, megabytes: number, program: string, args: string[]) {
  const mount = 'mount -t tmpfs -o "size=$1m,mode=0755" tmpfs "$2" && shift 2 && exec "$@"'
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', mount, 'sh', String(megabytes), folder, program, ...args],
    { encoding: 'utf8' },
  )
  return { status, said: `${stdout}${stderr}` }
}

/** The program that the supervisor runs, for tests that need it in a process of its own. */
export const SERVE_CLUSTER = join(dirname(import.meta.dirname), 'src/cluster/serve-cluster.ts')
