import type { Actor, SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** A queue in which something waits or was given up. */
export type JobState = {
  name: string
  waiting: number
  /** Since when the oldest waits that could be done; null: none does. */
  oldestAt: Date | null
  failed: number
  lastFailedAt: Date | null
  /** A code. */
  because: string | null
}

/** What waits and what was given up, by queue. Answers administrators and the worker alone. */
export function listJobStates({ tx }: Deed): Promise<JobState[]> {
  return tx.$queryRaw`
    select name, waiting, oldest_at as "oldestAt", failed, last_failed_at as "lastFailedAt", because from app.job_states()`
}

/** Has what was given up of a queue tried once more; how many. For administrators alone. */
export async function retryJobs({ tx }: Deed<Actor>, name: string): Promise<number> {
  const [answer] = await tx.$queryRaw<{ retried: number }[]>`select app.retry_jobs(${name}) as retried`
  return answer?.retried ?? 0
}

/** A sign of life of a worker process. */
export async function recordHeartbeat({ tx }: Deed<SystemActor>, workerId: string): Promise<void> {
  await tx.$executeRaw`select app.beat(${workerId}::uuid)`
}

/** Since when nobody is told of anything: the worker is away, or cannot keep up. Null: nothing is delayed. */
export async function findMessagesDelayedSince({ tx }: Deed): Promise<Date | null> {
  const [answer] = await tx.$queryRaw<{ since: Date | null }[]>`select app.messages_delayed_since() as since`
  return answer?.since ?? null
}
