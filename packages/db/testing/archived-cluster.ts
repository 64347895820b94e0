import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUpCluster } from '../src/cluster/back-up-cluster.ts'
import { withSuperuser } from '../src/cluster/prepare-database.ts'
import { findServerUser, giveTo } from '../src/cluster/server-user.ts'
import { type Cluster, startCluster } from '../src/cluster/start-cluster.ts'

/** A cluster that puts its log away as it goes, and what is restored from it. */
export type ArchivedCluster = {
  cluster: Cluster
  dataFolder: string
  /** A copy of it now, while it runs. */
  backUp: (name: string) => Promise<string>
  /** Has everything until now put away. */
  archive: () => Promise<void>
  /**
   * A cluster started from a copy of a back-up, followed by the archive until the moment (a time, as PostgreSQL writes it); as the back-up
   * ended when there is none.
   */
  restore: (backUp: string, until: string | null) => Promise<Cluster>
  remove: () => void
}

/** In /tmp by name: the server's account must be able to reach it. */
export async function startArchivedCluster({ fsync = false } = {}): Promise<ArchivedCluster> {
  const folder = mkdtempSync('/tmp/throughcare-archived-')
  chmodSync(folder, 0o755)
  const user = findServerUser()
  const archiveFolder = join(folder, 'archive')
  mkdirSync(archiveFolder, { mode: 0o700 })
  giveTo(user, archiveFolder)
  const dataFolder = join(folder, 'first')
  const first = await startCluster({ dataFolder, fsync })
  await withSuperuser(first.superUrl, async (client) => {
    await client.query(`alter system set archive_mode = 'on'`)
    await client.query(
      `alter system set archive_command = 'test ! -f ${archiveFolder}/%f && cp %p ${archiveFolder}/%f'`,
    )
  })
  first.stop()
  const cluster = await startCluster({ dataFolder, fsync })
  const restored: Cluster[] = []
  return {
    cluster,
    dataFolder,
    backUp: async (name) => {
      await backUpCluster(dataFolder, join(folder, name), { fsync })
      return join(folder, name)
    },
    archive: async () => {
      await withSuperuser(cluster.superUrl, async (client) => {
        const { rows } = await client.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment')
        for (;;) {
          const { rows: seen } = await client.query<{ done: boolean }>(
            'select coalesce(last_archived_wal >= $1, false) as done from pg_stat_archiver',
            [rows[0]?.segment],
          )
          if (seen[0]?.done) return
          await client.query('select pg_sleep(0.1)')
        }
      })
    },
    restore: async (backUp, until) => {
      const to = `${backUp}-${until === null ? 'whole' : 'until'}`
      execFileSync('cp', ['-a', backUp, to])
      const data = join(to, 'database/data')
      // Nothing that it writes may reach the archive of the other.
      appendFileSync(join(data, 'postgresql.auto.conf'), "\narchive_mode = 'off'\n")
      if (until !== null) {
        appendFileSync(
          join(data, 'postgresql.auto.conf'),
          `restore_command = 'cp ${archiveFolder}/%f %p'\nrecovery_target_time = '${until}'\nrecovery_target_action = 'promote'\n`,
        )
        writeFileSync(join(data, 'recovery.signal'), '')
        giveTo(user, join(data, 'recovery.signal'))
      }
      const started = await startCluster({ dataFolder: to, fsync })
      restored.push(started)
      return started
    },
    remove: () => {
      for (const each of [...restored, cluster]) each.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
