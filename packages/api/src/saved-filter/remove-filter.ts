import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findFilter, removeStoredFilter } from '@throughcare/db/saved-filter/saved-filter-repository'
import { mayRemove, type RemoveFilterInput } from '@throughcare/domain/saved-filter/saved-filter-input'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

export type FilterRemoved = { removedAt: string }

/**
 * Takes a kept filter off: its own, or as a manager one that everybody of the service is offered.
 *
 * @throws AppError `not-found` for what the actor is not offered · `not-allowed`
 */
export function removeFilter(actor: Actor, input: RemoveFilterInput): Promise<FilterRemoved> {
  return perform(actor, 'saved-filter.remove', input, async (deed) => {
    const { filterId, requestId } = input
    const filter = await findFilter(deed, filterId)
    if (!filter) throw new AppError('not-found')
    if (!mayRemove(filter, actor.role)) throw new AppError('not-allowed')
    if (!(await removeStoredFilter(deed, filterId))) throw new AppError('not-found')
    await recordAudit(deed, { action: 'saved-filter.remove', requestId })
    return { removedAt: deed.now.toISOString() }
  })
}
