/**
 * Keeps the embedded PostgreSQL running for the supervisor (start/supervise.mjs), which speaks to it over an IPC channel:
 *
 *   → { ready: { ownerUrl, appUrl, movedTo, adopted } }   when it accepts connections
 *   ← SIGTERM                                             stop the server, then end
 *
 *   node packages/db/src/cluster/serve-cluster.ts <data folder>
 *
 * Ends with 1 when the server dies, so that the supervisor starts both again. When the supervisor itself is killed, the
 * server stays: the next start takes it over.
 */
import { setInterval as everyInterval } from 'node:timers/promises'
import { REFUSED_EXIT_CODE, StartRefused } from '../start-refused.ts'
import { type Cluster, startCluster } from './start-cluster.ts'

const LOOK_EVERY_MS = 1_000

const [dataFolder] = process.argv.slice(2)
if (dataFolder === undefined) throw new Error('Name the data folder.')

let starting: Promise<Cluster> | undefined
// Before anything is started: told to stop half way, what has been started must be stopped as well.
process.on('SIGTERM', () => {
  void Promise.resolve(starting)
    .then((cluster) => cluster?.stop())
    .finally(() => process.exit())
})
process.on('disconnect', () => process.exit())

try {
  starting = startCluster({ dataFolder })
  const cluster = await starting
  const { ownerUrl, appUrl, movedTo, adopted } = cluster
  process.send?.({ ready: { ownerUrl, appUrl, movedTo, adopted } })
  for await (const _ of everyInterval(LOOK_EVERY_MS)) {
    if (!cluster.isRunning()) process.exit(1)
  }
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(REFUSED_EXIT_CODE)
}
