import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Month } from '@throughcare/domain/continuity/report-window'
import type { Deed } from '../as-actor.ts'

/** Which of a scope's cases somebody asks for: those that one total counted. Months from and to are included. */
export type AskedCases = {
  measure: string
  outcomes: readonly string[]
  /** Null: every detail. */
  details: readonly string[] | null
  from: Month
  to: Month
  /** `all` and `all` for everybody; `prison` and its id; or another breakdown and its value. */
  breakdown: string
  value: string
}

/** One case, and how it counted. A case that counts twice, by two handoffs, is there twice. */
export type CountedCaseRow = {
  episodeId: string
  prisonId: string
  releasedOn: PlainDate
  outcome: string
  detail: string
  category: Category
}

/**
 * The cases that a total of the actor's own scope counted. None for a region, and none of which whoever asks may not know. That a case
 * counted does not yet mean that it is still open: see findOpenCases.
 */
export function findCountedCases({ tx }: Deed, asked: AskedCases): Promise<CountedCaseRow[]> {
  const { measure, outcomes, details, from, to, breakdown, value } = asked
  return tx.$queryRaw`
    select episode_id as "episodeId", prison_id as "prisonId", released_on::text as "releasedOn", outcome, detail, category
    from app.counted_cases(${measure}, ${[...outcomes]}::text[], ${details && [...details]}::text[], ${from}, ${to}, ${breakdown}, ${value})`
}
