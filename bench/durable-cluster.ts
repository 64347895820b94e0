import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, startCluster } from '../packages/db/src/cluster/start-cluster.ts'
import { applyMigrations } from '../packages/db/src/migrate/apply-migrations.ts'

export type DurableCluster = {
  cluster: () => Cluster
  dataFolder: string
  /** Starts the server again after it was killed. */
  restart: () => Promise<void>
  remove: () => void
}

/** A PostgreSQL of one's own with the settings of production, fsync included, migrated and empty. */
export async function startDurableCluster(): Promise<DurableCluster> {
  const dataFolder = mkdtempSync('/tmp/throughcare-bench-')
  chmodSync(dataFolder, 0o755)
  let running = await startCluster({ dataFolder })
  await applyMigrations(running.ownerUrl, join(import.meta.dirname, '../prisma/migrations'))
  return {
    cluster: () => running,
    dataFolder,
    restart: async () => {
      running = await startCluster({ dataFolder })
    },
    remove: () => {
      running.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
