import type { Actor } from '@throughcare/db/actor'
import type { StoredFilter } from '@throughcare/db/saved-filter/saved-filter-repository'
import { HandoffQuery, mayRemove } from '@throughcare/domain/saved-filter/saved-filter-input'

/** A filter that the reader is offered. */
export type KeptFilter = Omit<StoredFilter, 'query'> & { query: HandoffQuery; mayRemove: boolean }

/** The filters that still say something: one of a code that there is no more is left out, and opens nothing else instead. */
export function keptFilters(actor: Actor, filters: readonly StoredFilter[]): KeptFilter[] {
  return filters.flatMap((filter) => {
    const query = HandoffQuery.safeParse(filter.query)
    return query.success ? [{ ...filter, query: query.data, mayRemove: mayRemove(filter, actor.role) }] : []
  })
}
