import { sqlStateOf } from '@throughcare/db/database-error'
import type { JobName, Jobs } from '@throughcare/db/job/job-repository'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { faultOf } from './fault-of.ts'
import { WORK } from './work.ts'

/** Short jobs that come in hundreds are fetched together, and settled one by one. */
const TOGETHER: Partial<Record<JobName, number>> = { 'tell-notice': 25 }
/** Jobs that wait for another machine are done side by side: one that is slow holds up no other. */
const SIDE_BY_SIDE: Partial<Record<JobName, number>> = { 'send-notice': 4 }
const POLL_SECONDS = 0.5

/**
 * Follows one queue.
 *
 * @param isStopping whether the worker was told to stop: what it has fetched and not begun goes back
 */
export async function follow<N extends JobName>(
  boss: PgBoss,
  name: N,
  log: Logger,
  isStopping: () => boolean,
): Promise<void> {
  const batchSize = TOGETHER[name] ?? 1
  if (batchSize === 1) {
    const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize, localConcurrency: SIDE_BY_SIDE[name] ?? 1 }
    await boss.work<Jobs[N]>(name, options, async (jobs) => {
      for (const { id, data } of jobs) await done(name, id, data, log)
    })
    return
  }
  // While there is more it is fetched at once, so that a full queue is not emptied at the pace of the polling.
  const options = {
    pollingIntervalSeconds: POLL_SECONDS,
    batchSize,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const
  await boss.work<Jobs[N], unknown, typeof options>(name, options, async (jobs) => {
    const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = []
    for (const { id, data } of jobs) {
      if (isStopping()) {
        results.push({ id, status: 'failed', output: { message: 'given back' } })
        continue
      }
      try {
        await done(name, id, data, log)
        results.push({ id, status: 'completed' })
      } catch (error) {
        results.push({ id, status: 'failed', output: { message: (error as Error).message } })
      }
    }
    return results
  })
}

/** @throws a code, and nothing else of what went wrong: see {@link faultOf}. */
async function done<N extends JobName>(name: N, jobId: string, data: Jobs[N], log: Logger): Promise<void> {
  const began = performance.now()
  try {
    await WORK[name](data)
    log.info({ job: name, ms: Math.round(performance.now() - began) }, 'done')
  } catch (error) {
    log.error({ job: name, jobId, kind: (error as Error).name, sqlState: sqlStateOf(error) }, 'given back')
    throw faultOf(error)
  }
}
