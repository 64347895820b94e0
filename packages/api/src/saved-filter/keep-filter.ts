import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { countOwnFilters, recordFilter } from '@throughcare/db/saved-filter/saved-filter-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import { type KeepFilterInput, MOST_FILTERS } from '@throughcare/domain/saved-filter/saved-filter-input'
import { AppError, invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type FilterKept = { filterId: string }

/**
 * Keeps how a list of handoffs is narrowed, for the actor or for everybody of their service. Whoever opens it reads the list
 * with their own rights.
 *
 * @throws AppError `not-allowed` for a list that the actor has not · `invalid-input` for a name that they gave another already ·
 *   `refused` with `saved-filter.too-many`
 */
export function keepFilter(actor: Actor, input: KeepFilterInput): Promise<FilterKept> {
  return perform(actor, 'saved-filter.keep', input, async (deed) => {
    const { query, name, isShared, requestId } = input
    const list = query.list === 'inbox' ? 'handoff.inbox' : 'handoff.sent'
    if (!mayEver(actor.role, actor.serviceKind, list)) throw new AppError('not-allowed')
    if ((await countOwnFilters(deed, query.list)) >= MOST_FILTERS) throw refused('saved-filter.too-many')
    const filterId = await recordFilter(deed, { query, name, isShared })
    if (filterId === null) throw invalidField('name', 'saved-filter.name.taken')
    await recordAudit(deed, { action: 'saved-filter.keep', fields: [query.list], requestId })
    return { filterId }
  })
}
