import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { type CasePart, findCasePart } from '@throughcare/db/care-plan/case-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import { type Action, isOpenFor, mayDo } from '@throughcare/domain/access/who-may'
import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import { stopsWithTheCase } from '@throughcare/domain/custody-episode/stopped-actions'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'

/**
 * The part of the actor's service in this case, if the actor may do `action` with it and it opens the category.
 *
 * @param category what the action shows or changes; left out where every part that opens the case will do.
 * @throws AppError `not-found` when the case, or what is asked of it, is not open to the service, as if it were not there ·
 *   `not-allowed` when the part is there and does not go so far · `refused` with `custody-episode.stopped` when the person died or
 *   was taken out of the country and the action would go on with the work
 */
export async function getPart(
  deed: Deed<Actor>,
  episodeId: string,
  action: Action,
  category?: Category,
): Promise<CasePart> {
  const part = await findCasePart(deed, episodeId)
  if (!part || (category && !part.categories.includes(category))) throw new AppError('not-found')
  if (!mayOn(deed.actor, action, part, category)) throw new AppError('not-allowed')
  if (part.isStopped && stopsWithTheCase(action)) throw refused('custody-episode.stopped')
  return part
}

/**
 * May this actor do this with this part, and with what it opens? For the door of a use case and the buttons of a page.
 *
 * @param category what the action shows or changes; the one of WHO_MAY when it is left out.
 */
export function mayOn(
  actor: Actor,
  action: Action,
  part: Pick<CasePart, 'relation' | 'categories' | 'writes'>,
  category: Category | null = WHO_MAY[action].category,
): boolean {
  return (
    mayDo(actor.role, action, part.relation, actor.serviceKind as ServiceKind, actor.grants) &&
    isOpenFor(actor.role, action, part, category)
  )
}
