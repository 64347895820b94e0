import type { Deed } from '../as-actor.ts'

/** Somebody asked for figures of a group that is too small, and was not told. */
export type RefusedFilter = {
  at: Date
  name: string
  breakdown: string
  value: string
  /** How many of theirs were refused in the 24 hours up to it, with it. */
  onThatDay: number
}

/** Refused filters of the actor's service. None for anybody but its privacy officers: the database looks. */
export function findRefusedFilters({ tx }: Deed, since: Date): Promise<RefusedFilter[]> {
  return tx.$queryRaw<RefusedFilter[]>`
    select at, name, breakdown, value, on_that_day as "onThatDay" from app.refused_filters(${since}::timestamptz)`
}
