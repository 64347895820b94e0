import type { JobName } from '@throughcare/db/job/job-repository'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

/** What is looked at more often than a schedule can say. Deadlines are columns that are swept, never delayed jobs. */
const EVERY_MS = {
  'follow-deadlines': 10_000,
  'follow-posts': 5_000,
  'seal-audit': 5_000,
  'follow-figures': 2_000,
} as const satisfies Partial<Record<JobName, number>>

/** Adds these jobs at their pace. Their queues hold one that waits, so that nothing piles up while a run takes longer. */
export function startTicks(boss: PgBoss, log: Logger): { stop: () => void } {
  const timers = Object.entries(EVERY_MS).map(([name, ms]) => {
    const add = () =>
      boss.send(name, {}).catch((error: Error) => log.warn({ job: name, kind: error.name }, 'could not be added'))
    void add()
    return setInterval(add, ms)
  })
  return { stop: () => timers.forEach(clearInterval) }
}
