import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type JobState, listJobStates, recordHeartbeat } from '@throughcare/db/job/job-state-repository'

/** A sign of life of a worker process: without one for a minute, pages say since when messages are delayed. */
export function beat(workerId: string): Promise<void> {
  return asActor(SYSTEM_OF_NO_SERVICE, (deed) => recordHeartbeat(deed, workerId))
}

/** What waited while no worker was there: queues with something that could have been done. */
export function findLate(): Promise<JobState[]> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) =>
    (await listJobStates(deed)).filter(({ oldestAt }) => oldestAt !== null),
  )
}
