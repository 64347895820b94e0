import { findLate } from '@throughcare/api/job/beat'
import { sqlStateOf } from '@throughcare/db/database-error'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { follow } from './follow.ts'
import { startHeartbeat } from './heartbeat.ts'
import { whyNotPosting } from './post-mail.ts'
import { receiveBounces } from './receive-bounces.ts'
import { startTicks } from './ticks.ts'
import { JOB_NAMES } from './work.ts'

const HOURLY = '7 * * * *'
/** Dosing hours end at any minute, and a place that answers is believed at once. */
const EVERY_MINUTE = '* * * * *'
const MONTHLY = '23 3 1 * *'
const NIGHTLY = '41 3 * * *'
/** Each morning of the world: the job itself knows on which day a report is due, and where. */
const BEFORE_WORK = '17 4,10,16,22 * * *'
/** How long a job that is under way may take to finish when the worker is told to stop. */
const DRAIN_MS = 8_000
/** How often it is looked for jobs that nobody has in hand any more. */
const SUPERVISE_SECONDS = 15

export type Worker = { stop: () => Promise<void> }

/**
 * Follows the queues of pg-boss, whose schema stands in prisma/migrations, as the app role: the worker has no rights that
 * the web process lacks. What waited while no worker was there is done first, and said in the log.
 */
export async function startWorker(databaseUrl: string, log: Logger): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    migrate: false,
    createSchema: false,
    max: 4,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', (error) =>
    log.error({ kind: error.name, sqlState: sqlStateOf(error) }, 'the queue reported an error'),
  )
  await boss.start()
  for (const { name, waiting, oldestAt } of await findLate())
    log.warn({ job: name, waiting, since: oldestAt?.toISOString() }, 'waited while no worker was there')
  let stopping = false
  for (const name of JOB_NAMES) await follow(boss, name, log, () => stopping)
  await boss.schedule('sweep', HOURLY, {})
  await boss.schedule('follow-dose-alerts', EVERY_MINUTE, {})
  await boss.schedule('fill-holidays', MONTHLY, {})
  await boss.schedule('verify-audit', NIGHTLY, {})
  await boss.schedule('count-retention', NIGHTLY, {})
  await boss.schedule('compare-figures', NIGHTLY, {})
  await boss.schedule('make-reports', BEFORE_WORK, {})
  await boss.schedule('follow-gaps', EVERY_MINUTE, {})
  await boss.schedule('follow-digests', EVERY_MINUTE, {})
  await boss.send('sweep', {})
  await boss.send('follow-dose-alerts', {})
  await boss.send('fill-holidays', {})
  await boss.send('follow-gaps', {})
  await boss.send('follow-digests', {})
  const heartbeat = startHeartbeat(log)
  const ticks = startTicks(boss, log)
  const bounces = await receiveBounces(log)
  const why = whyNotPosting()
  if (why !== null) log.info(`${why}: no e-mail is sent`)
  return {
    stop: async () => {
      stopping = true
      ticks.stop()
      await bounces?.close()
      heartbeat.stop()
      await boss.stop({ graceful: true, timeout: DRAIN_MS })
    },
  }
}
