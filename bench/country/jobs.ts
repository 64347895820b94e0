import { COUNTRY, PRISON } from './figure-jobs.ts'
import type { Job } from './job.ts'
import { PAGES } from './page-jobs.ts'
import { BOARD, CASE, DOSES, INBOX, SEARCH, TIMELINE } from './read-jobs.ts'
import { ACKNOWLEDGE, RECORD_DOSE } from './write-jobs.ts'

/** Every job, in the order in which it is measured. */
export const JOBS: readonly Job[] = [
  INBOX,
  BOARD,
  CASE,
  DOSES,
  TIMELINE,
  SEARCH,
  ACKNOWLEDGE,
  RECORD_DOSE,
  PRISON,
  COUNTRY,
  ...PAGES,
]

/** The streams of open inboxes are no call that is asked again and again: they are measured by themselves. */
export const FAN_OUT = 'fan-out'

/** @throws Error with a sentence when there is no such job */
export function jobsOf(names: readonly string[] | null): readonly Job[] {
  if (!names) return JOBS
  return names
    .filter((name) => name !== FAN_OUT)
    .map((name) => {
      const job = JOBS.find((each) => each.name === name)
      if (!job)
        throw new Error(`There is no job ${name}: there are ${[...JOBS.map((each) => each.name), FAN_OUT].join(', ')}.`)
      return job
    })
}
