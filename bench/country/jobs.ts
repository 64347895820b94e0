import type { Job } from './job.ts'
import { CASE, INBOX } from './read-jobs.ts'
import { ACKNOWLEDGE } from './write-jobs.ts'

/** Every job, in the order in which it is measured. */
export const JOBS: readonly Job[] = [INBOX, CASE, ACKNOWLEDGE]

/** @throws Error with a sentence when there is no such job */
export function jobsOf(names: readonly string[] | null): readonly Job[] {
  if (!names) return JOBS
  return names.map((name) => {
    const job = JOBS.find((each) => each.name === name)
    if (!job) throw new Error(`There is no job ${name}: there are ${JOBS.map((each) => each.name).join(', ')}.`)
    return job
  })
}
