import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findTrailState, type TrailState } from '@throughcare/db/audit/trail-repository'
import { findFiguresDifferSince } from '@throughcare/db/continuity/second-figures-repository'
import { findMessagesDelayedSince, type JobState, listJobStates } from '@throughcare/db/job/job-state-repository'

/** A queue as the page of jobs shows it. */
export type JobQueue = JobState & {
  /** What comes again by itself every few seconds or minutes is not tried again by hand. */
  mayRetry: boolean
}
export type JobBoard = {
  queues: JobQueue[]
  delayedSince: Date | null
  trail: TrailState
  figuresDifferSince: Date | null
}

/** What happens by itself and did not: what waits, what was given up and why, and whether the worker is there. */
export function jobBoard(actor: Actor): Promise<JobBoard> {
  return asActor(actor, async (deed) => ({
    queues: (await listJobStates(deed)).map((queue) => ({
      ...queue,
      mayRetry: queue.failed > 0 && !COMES_AGAIN.test(queue.name),
    })),
    delayedSince: await findMessagesDelayedSince(deed),
    trail: await findTrailState(deed),
    figuresDifferSince: await findFiguresDifferSince(deed),
  }))
}

const COMES_AGAIN = /^(follow-|seal-|sweep$)/
