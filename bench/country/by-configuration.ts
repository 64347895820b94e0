import type { Cluster } from '../../packages/db/src/cluster/start-cluster.ts'
import { startPgBouncer } from '../../packages/db/testing/pgbouncer.ts'
import { startStandby } from '../../packages/db/testing/standby.ts'
import type { BenchOptions } from './bench-options.ts'

/** What the product is told beside where its database is: nothing but settings that docs/operations.md names. */
export type Configured = { appUrl: string; more: Record<string, string>; close: () => Promise<void> }

/** Connections from the pooler to PostgreSQL: as many as both pools of a web process hold. */
const POOL = 20

/**
 * A pooler before the database and a streaming replica beside it, as far as they are asked for.
 *
 * @param folder the data folder of the cluster
 */
export async function configure(cluster: Cluster, folder: string, options: BenchOptions): Promise<Configured> {
  const pooler = options.pgbouncer ? await startPgBouncer(cluster, POOL) : null
  const standby = options.replica ? await startStandby(cluster, folder, { fsync: true }) : null
  return {
    appUrl: pooler ? pooler.through(cluster.appUrl) : cluster.appUrl,
    more: {
      // Debian's PgBouncer knows no named statements in transaction mode, and no pooler passes notifications on.
      ...(pooler ? { DATABASE_LISTEN_URL: cluster.appUrl, DATABASE_NAMED_STATEMENTS: '0' } : {}),
      ...(standby ? { DATABASE_REPORTS_URL: standby.urls('throughcare').appUrl } : {}),
    },
    close: async () => {
      standby?.remove()
      await pooler?.stop()
    },
  }
}
